import type { ReviewedLedger } from '@doubletake/ledger';
import type { AccountPage, KeptTokens } from '@doubletake/scoring';
import { describe, expect, test } from 'vitest';
import { erasure } from './account-merging.ts';
import { day, observed, ordered, referred } from './ledger-values.ts';

const AS = '1 p1';

/** What is kept of an account that was just read, as bytes nobody here understands. */
function tokensOf(page: AccountPage, accountId: string): KeptTokens {
  const stamp = page.accounts.find(({ profile }) => profile.accountId === accountId)?.stamp;
  if (stamp === undefined) throw new Error(`${accountId} came without a stamp`);
  return { accountId, stamp, tokens: Buffer.from(`tokens of ${accountId}`) };
}

const ids = ({ accounts }: AccountPage): readonly string[] =>
  accounts.map(({ profile }) => profile.accountId);

const keptOf = ({ kept = [] }: AccountPage): readonly unknown[] =>
  kept.map(({ tokens, ...state }) => ({ ...state, tokens: Buffer.from(tokens).toString() }));

interface Change {
  readonly note: string;
  readonly happens: (ledger: ReviewedLedger) => Promise<unknown>;
}

/** What happens to `ann`, of whom something was kept. */
const CHANGES: readonly Change[] = [
  {
    note: 'something else was observed',
    happens: (ledger) => ledger.append([observed('ann', 1, { email: 'ann@web.de' })]),
  },
  {
    note: 'the same was observed again',
    happens: (ledger) => ledger.append([observed('ann', 0)]),
  },
  {
    note: 'another account became part of it',
    happens: (ledger) =>
      ledger.records.merge({ accountId: 'bob', intoId: 'ann', by: 'lea' }, day(2)),
  },
];

const GONE: readonly Change[] = [
  { note: 'erased', happens: (ledger) => ledger.append([erasure('ann', 3)]) },
  {
    note: 'merged into another',
    happens: (ledger) =>
      ledger.records.merge({ accountId: 'ann', intoId: 'bob', by: 'lea' }, day(2)),
  },
];

/** What every ledger promises about the tokens it keeps in place of profiles. */
export function keeping(ledger: () => ReviewedLedger): void {
  const page = (readAs?: string): Promise<AccountPage> =>
    ledger().census.accounts(10, undefined, readAs);
  const start = async (): Promise<void> => {
    await ledger().append([observed('ann', 0, { ip: '81.2.69.1' }), observed('bob', 0)]);
    await ledger().census.keep(AS, [tokensOf(await page(), 'ann')]);
  };

  describe('tokens that were kept', () => {
    test('come in place of the profile they were read from, with how the account stands now', async () => {
      await start();
      await ledger().append([
        referred(['eve', 'ann'], 1),
        ordered(['o1', 'ann'], ['completed', 3]),
      ]);
      const kept = await page(AS);
      expect(ids(kept)).toEqual(['bob']);
      expect(keptOf(kept)).toEqual([
        { accountId: 'ann', maturedAt: day(60), tokens: 'tokens of ann' },
      ]);
    });

    test.for([
      { note: 'does not say how it reads', readAs: undefined },
      { note: 'reads otherwise', readAs: '2 p1' },
    ])('are not for who $note', async ({ readAs }) => {
      await start();
      const { kept, ...read } = await page(readAs);
      expect(kept).toBeUndefined();
      expect(ids({ ...read })).toEqual(['ann', 'bob']);
    });

    test.for(CHANGES)('are of no use once $note', async ({ happens }) => {
      await start();
      const late = tokensOf(await page(), 'ann');
      await happens(ledger());
      expect(ids(await page(AS))).toContain('ann');
      // Nor does it help to come late with what was read before.
      await ledger().census.keep(AS, [late]);
      expect(ids(await page(AS))).toContain('ann');
    });

    test.for(GONE)('go with an account that is $note', async ({ happens }) => {
      await start();
      const late = tokensOf(await page(), 'ann');
      await happens(ledger());
      await ledger().census.keep(AS, [late]);
      const { kept, ...read } = await page(AS);
      expect(kept).toBeUndefined();
      expect(read.erased).toEqual(['ann']);
    });

    test('go with what is past its time', async () => {
      await start();
      await ledger().upkeep.expire('ann', day(97));
      expect(ids(await page(AS))).toEqual(['ann', 'bob']);
    });

    test('give way to newer ones, and go when they are let go of', async () => {
      await start();
      const read = await page();
      await ledger().census.keep(
        '2 p2',
        ['ann', 'bob'].map((id) => tokensOf(read, id)),
      );
      expect(ids(await page(AS))).toEqual(['ann', 'bob']);
      await ledger().census.forgetKept('2 p2');
      expect(ids(await page('2 p2'))).toEqual([]);
      await ledger().census.forgetKept('3 p3');
      expect(ids(await page('3 p3'))).toEqual(['ann', 'bob']);
      await ledger().census.keep(AS, [tokensOf(read, 'ann')]);
      await ledger().census.forgetKept();
      expect(ids(await page(AS))).toEqual(['ann', 'bob']);
    });
  });
}
