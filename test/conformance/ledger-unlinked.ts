import type { DomainEvent, Ledger, ProjectionBatch } from '@doubletake/scoring';
import { expect, test } from 'vitest';
import { accrued, day, labelled, observed, referred } from './ledger-values.ts';

interface Row {
  readonly note: string;
  readonly first: readonly DomainEvent[];
  readonly later: readonly DomainEvent[];
  readonly unlinked: readonly (readonly [string, string])[];
  /** Referrals of the same step, with the day each is of. */
  readonly referrals: readonly (readonly [string, number])[];
}

const f1 = { referralId: 'f1' };
const byAnn = referred(['ann', 'bob'], 5, f1);
const byEve = referred(['eve', 'bob'], 4, f1);

const ROWS: readonly Row[] = [
  {
    note: 'an earlier attribution of others takes apart whom the referral joined',
    first: [byAnn],
    later: [byEve],
    unlinked: [['ann', 'bob']],
    referrals: [['f1', 4]],
  },
  {
    note: 'each of them, where they come at once',
    first: [byAnn],
    later: [byEve, referred(['dan', 'eve'], 3, f1)],
    unlinked: [
      ['ann', 'bob'],
      ['eve', 'bob'],
    ],
    referrals: [['f1', 3]],
  },
  {
    note: 'another referral that joins them as well says since when they are',
    first: [byAnn, referred(['ann', 'bob'], 7), referred(['ann', 'cat'], 7)],
    later: [byEve],
    unlinked: [['ann', 'bob']],
    referrals: [
      ['f1', 4],
      ['ann-bob', 7],
    ],
  },
  {
    note: 'a later attribution takes nobody apart, it does not stand',
    first: [byEve],
    later: [byAnn],
    unlinked: [],
    referrals: [['f1', 4]],
  },
  {
    note: 'an earlier one of the same two takes nobody apart',
    first: [byAnn],
    later: [referred(['ann', 'bob'], 2, f1)],
    unlinked: [],
    referrals: [['f1', 2]],
  },
];

/** What every ledger says of a referral that is told to be of others. */
export function unlinking(ledger: () => Ledger): void {
  const after = async (cursor: number): Promise<ProjectionBatch | undefined> =>
    ledger().changes(cursor, 100);

  test.each(ROWS)('$note', async ({ first, later, unlinked, referrals }) => {
    await ledger().append(first);
    const { cursor = 0 } = (await after(0)) ?? {};
    await ledger().append(later);
    expect(await after(cursor)).toMatchObject({
      unlinked: unlinked.map(([referrerId, refereeId]) => ({ referrerId, refereeId })),
      referrals: referrals.map(([referralId, on]) => ({ referralId, at: day(on) })),
    });
  });

  test('a label says nothing any more of whom the referral joined before', async () => {
    await ledger().append([
      ...['ann', 'bob', 'eve'].map((id) => observed(id, 0)),
      byAnn,
      accrued('r1', 6, f1),
      labelled('r1', 'fraud', 7),
    ]);
    const { cursor = 0 } = (await after(0)) ?? {};
    await ledger().append([byEve]);
    const { accounts = [] } = (await after(cursor)) ?? {};
    expect(accounts.map(({ profile, abusiveAt }) => [profile.accountId, abusiveAt])).toEqual([
      ['ann', undefined],
      ['bob', day(7)],
      ['eve', day(7)],
    ]);
  });
  test('nor of whom a referral joins that the reward was only said to be for', async () => {
    await ledger().append([
      ...['ann', 'bob', 'eve'].map((id) => observed(id, 0)),
      byAnn,
      referred(['eve', 'bob'], 5),
      accrued('r1', 6, f1),
      labelled('r1', 'fraud', 7),
    ]);
    const { cursor = 0 } = (await after(0)) ?? {};
    await ledger().append([accrued('r1', 5, { referralId: 'eve-bob' })]);
    const { accounts = [] } = (await after(cursor)) ?? {};
    expect(accounts.map(({ profile, abusiveAt }) => [profile.accountId, abusiveAt])).toEqual([
      ['ann', undefined],
      ['bob', day(7)],
      ['eve', day(7)],
    ]);
  });
}
