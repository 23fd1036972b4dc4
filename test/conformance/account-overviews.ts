import type { ReviewedLedger } from '@doubletake/ledger';
import { expect, test } from 'vitest';
import { erasure } from './account-merging.ts';
import { accrued, day, decided, observed, ordered, referred, write } from './ledger-values.ts';

/** What every ledger tells of one account at a glance, and of who is behind a reference of the graph. */
export function overviews(of: () => ReviewedLedger): void {
  const glance = (accountId: string, limit = 2) =>
    of().overviews.overview(accountId, { at: day(40), limit });

  test('of each list the latest are shown, and that there are more', async () => {
    await of().append([
      observed('ann', 0, { email: 'ann@example.com' }),
      referred(['ann', 'bob'], 1),
      referred(['ann', 'cat'], 20),
      referred(['ann', 'dan'], 35),
      referred(['ann', 'fay'], 41),
      referred(['eve', 'ann'], 3),
      ordered(['o1', 'ann'], ['created', 2]),
      ordered(['o2', 'ann'], ['created', 4]),
      accrued('r1', 3),
      accrued('r2', 5),
      accrued('r3', 4),
    ]);
    await of().commit(write(decided('r2', 'wait', { on: 6, until: 7, id: 'd1' })));
    await of().commit(write(decided('r2', 'pay', { on: 8, id: 'd2' })));
    const seen = await glance('ann');
    expect(seen).toMatchObject({
      accountId: 'ann',
      merged: { rows: [], more: false },
      erased: false,
      profile: { emails: [{ value: 'ann@example.com' }] },
      brought: { rows: [{ refereeId: 'fay' }, { refereeId: 'dan' }], more: true },
      broughtBy: { rows: [{ referrerId: 'eve' }], more: false },
      orders: { rows: [{ orderId: 'o2' }, { orderId: 'o1' }], more: false },
      allowances: { rows: [], more: false },
      velocity: { last7d: 1, last30d: 2 },
    });
    expect(seen?.rewards.more).toBe(true);
    expect(seen?.rewards.rows.map(({ reward }) => reward.rewardId)).toEqual(['r2', 'r3']);
    expect(seen?.rewards.rows[0]?.decision).toMatchObject({ decisionId: 'dec-d2', action: 'pay' });
    expect(seen?.rewards.rows[1]).not.toHaveProperty('decision');
    expect(await glance('zed')).toBeUndefined();
  });

  test('pair exceptions are shown on both sides, the one that lasts longest first', async () => {
    await of().append([observed('ann', 0), observed('bob', 0), observed('cat', 0)]);
    const granted = { owner: 'lea', reason: 'KNOWN_FAMILY' };
    const pair = { referrerId: 'ann', refereeId: 'bob' };
    await of().allow({ ...granted, ...pair, allowanceId: 'a1', expiresAt: day(9) }, day(1));
    await of().allow(
      { ...granted, allowanceId: 'a2', referrerId: 'cat', refereeId: 'ann', expiresAt: day(99) },
      day(1),
    );
    expect((await glance('ann'))?.allowances.rows).toEqual([
      { ...granted, allowanceId: 'a2', referrerId: 'cat', refereeId: 'ann', expiresAt: day(99) },
      { ...granted, ...pair, allowanceId: 'a1', expiresAt: day(9) },
    ]);
    const end = { allowanceId: 'a1', by: 'kim', at: day(2) };
    for (const ended of [true, false]) expect(await of().disallow(end)).toBe(ended);
    expect((await glance('bob'))?.allowances.rows).toEqual([
      { ...granted, ...pair, allowanceId: 'a1', expiresAt: day(9), endedAt: day(2) },
    ]);
    expect(await of().audit.entries({ action: 'allowance.end' })).toMatchObject([
      { actor: 'kim', at: day(2), subject: 'allowance:a1' },
    ]);
  });

  test('a merged account is found under its old name, an erased one without what it said', async () => {
    await of().append([observed('ann', 0), observed('bob', 0, { email: 'bob@example.com' })]);
    await of().records.merge({ accountId: 'ann', intoId: 'bob', by: 'lea' }, day(1));
    expect(await of().overviews.find('ann')).toBe('bob');
    expect(await of().overviews.find('zed')).toBeUndefined();
    expect(await glance('ann')).toMatchObject({ accountId: 'bob', merged: { rows: ['ann'] } });
    await of().append([erasure('bob', 2)]);
    const gone = await glance('bob');
    expect(gone).toMatchObject({ erased: true });
    expect(gone).not.toHaveProperty('profile');
  });

  test('referrals among some accounts are those with both ends there', async () => {
    await of().append([
      referred(['ann', 'bob'], 2),
      referred(['bob', 'cat'], 1),
      referred(['cat', 'dan'], 1),
    ]);
    const among = await of().overviews.referralsAmong(['ann', 'bob', 'cat'], 9);
    expect(among.map(({ referralId }) => referralId)).toEqual(['bob-cat', 'ann-bob']);
    expect(await of().overviews.referralsAmong(['ann', 'bob', 'cat'], 1)).toHaveLength(1);
    expect(await of().overviews.referralsAmong([], 9)).toEqual([]);
  });

  test('a reference leads to its account until that leaves', async () => {
    const { directory } = of();
    const entry = { account: 'pL3f0Zk9QaE', accountId: 'ann' };
    await directory.enter([entry, entry, { account: 'Vt5sXw1dR8g', accountId: 'bob' }]);
    await directory.enter([entry]);
    await directory.enter([]);
    expect(await directory.find(['Vt5sXw1dR8g', 'pL3f0Zk9QaE', 'AAAAAAAAAAA'])).toEqual(
      new Map([
        ['pL3f0Zk9QaE', 'ann'],
        ['Vt5sXw1dR8g', 'bob'],
      ]),
    );
    await directory.leave(['ann', 'nobody']);
    expect(await directory.find(['pL3f0Zk9QaE', 'Vt5sXw1dR8g'])).toEqual(
      new Map([['Vt5sXw1dR8g', 'bob']]),
    );
    expect(await directory.find([])).toEqual(new Map());
  });
}
