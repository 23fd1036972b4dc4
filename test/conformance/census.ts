import type { ReviewedLedger } from '@doubletake/ledger';
import type { AccountState, Census, Referral } from '@doubletake/scoring';
import { expect, test } from 'vitest';
import { erasure } from './account-merging.ts';
import { withoutStamp } from './ledger-steps.ts';
import { accrued, day, observed, ordered, referred } from './ledger-values.ts';

/** Everything a census gives, a few at a time. */
export async function wholeCensus(census: Census): Promise<object> {
  const accounts: AccountState[] = [];
  const erased: string[] = [];
  let after: string | undefined;
  do {
    const page = await census.accounts(2, after);
    accounts.push(...page.accounts.map(withoutStamp));
    erased.push(...page.erased);
    after = page.next;
  } while (after !== undefined);
  const referrals: Referral[] = [];
  let place: number | undefined;
  do {
    const page = await census.referrals(2, place);
    referrals.push(...page.referrals);
    place = page.next;
  } while (place !== undefined);
  const { accounts: known } = await census.extent();
  return { known, accounts, erased, referrals };
}

/** What every ledger promises about all it holds at once. */
export function counting(ledger: () => ReviewedLedger): void {
  test('a ledger has a name, and keeps it', async () => {
    const { census } = ledger();
    const name = await census.name();
    expect(name).toMatch(/^[\w-]{16,64}$/u);
    await ledger().append([observed('ann', 0)]);
    expect(await census.name()).toBe(name);
  });

  test('every account and every referral comes once, as it stands now', async () => {
    const { census, records } = ledger();
    expect(await wholeCensus(census)).toEqual({
      known: 0,
      accounts: [],
      erased: [],
      referrals: [],
    });
    await ledger().append([
      observed('eve', 0, { email: 'eve@example.com' }),
      observed('ann2', 0),
      referred(['eve', 'ann2'], 1),
      referred(['bob', 'cat'], 1),
      referred(['ann', 'dan'], 2),
      observed('ann', 1),
      observed('bob', 1),
      observed('ann', 2, { email: 'ann@example.com' }),
      ordered(['o1', 'dan'], ['completed', 3]),
      accrued('r1', 3, { referralId: 'ann-dan' }),
    ]);
    await records.merge({ accountId: 'ann2', intoId: 'ann', by: 'lea' }, day(4));
    await ledger().append([erasure('bob', 5)]);
    expect((await census.extent()).end).toBe((await ledger().changes(0, 100))?.cursor);
    expect(await wholeCensus(census)).toMatchObject({
      known: 4,
      accounts: [
        { profile: { accountId: 'ann', emails: [{ value: 'ann@example.com' }] } },
        { profile: { accountId: 'eve' }, maturedAt: day(60) },
      ],
      erased: ['ann2', 'bob'],
      referrals: [
        { referralId: 'eve-ann2', refereeId: 'ann' },
        { referralId: 'ann-dan', at: day(2) },
      ],
    });
  });

  test('of some accounts those are found that are no more', async () => {
    await ledger().append(['ann', 'bob', 'cat', 'dan'].map((id) => observed(id, 0)));
    await ledger().append([erasure('bob', 1)]);
    await ledger().records.merge({ accountId: 'cat', intoId: 'dan', by: 'lea' }, day(2));
    const gone = await ledger().census.gone(['dan', 'cat', 'bob', 'zoe']);
    expect(gone.toSorted()).toEqual(['bob', 'cat']);
  });
}
