import type { ReviewedLedger } from '@doubletake/ledger';
import type { AccountErased } from '@doubletake/scoring';
import { expect, test } from 'vitest';
import { accrued, day, decided, observed, ordered, referred, write } from './ledger-values.ts';

/** An account asks to be forgotten. */
export const erasure = (accountId: string, on: number): AccountErased => ({
  id: `gone-${accountId}`,
  type: 'account.erased',
  at: day(on),
  accountId,
});

/** What every ledger promises about two accounts found to be one. */
export function merging(ledger: () => ReviewedLedger): void {
  test('of merged accounts everything is one, whether it was told before or after', async () => {
    const before = [
      observed('ann2', 1, { email: 'two@example.com' }),
      referred(['ann2', 'bob'], 2, { referralId: 'f2' }),
      ordered(['o2', 'ann2'], ['completed', 3]),
      accrued('r2', 4, { beneficiaryId: 'ann2', referralId: 'f2' }),
    ];
    await ledger().append([observed('ann', 0, { email: 'one@example.com' }), ...before]);
    await ledger().commit(write(decided('r2', 'pay', { on: 5 })));
    const merge = { accountId: 'ann2', intoId: 'ann', by: 'lea' };
    expect(await ledger().records.merge(merge, day(6))).toEqual({
      outcome: 'merged',
      intoId: 'ann',
    });
    expect(await ledger().append(before)).toEqual(
      before.map(({ id }) => ({ outcome: 'duplicate', id })),
    );
    await ledger().append([
      observed('ann2', 7, { email: 'three@example.com' }),
      accrued('r1', 8, { beneficiaryId: 'ann', referralId: 'f2' }),
    ]);
    expect(await ledger().records.account('ann2')).toEqual(await ledger().records.account('ann'));
    expect(await ledger().records.account('ann')).toMatchObject({
      accountId: 'ann',
      merged: ['ann2'],
      profile: {
        accountId: 'ann',
        createdAt: day(0),
        emails: [
          { value: 'one@example.com' },
          { value: 'two@example.com' },
          { value: 'three@example.com' },
        ],
      },
      referrals: [{ referrerId: 'ann' }],
      orders: [{ accountId: 'ann' }],
      rewards: [{ beneficiaryId: 'ann' }, { beneficiaryId: 'ann' }],
    });
    expect(await ledger().profile('ann2')).toBeUndefined();
    // Caps count what either was paid.
    const record = await ledger().read('r1', day(9));
    expect(record).toMatchObject({ tally: { lifetime: 1 }, referral: { referrerId: 'ann' } });
  });

  test('a merge is a change of both accounts and of whoever they are linked with', async () => {
    await ledger().append([
      observed('ann', 0),
      observed('ann2', 0),
      referred(['ann2', 'bob'], 2, { referralId: 'f2' }),
    ]);
    await ledger().records.merge({ accountId: 'ann2', intoId: 'ann', by: 'lea' }, day(3));
    expect(await ledger().changes(3, 10)).toMatchObject({
      cursor: 5,
      erased: ['ann2'],
      accounts: [{ profile: { accountId: 'ann' } }],
      referrals: [{ referralId: 'f2', referrerId: 'ann' }],
    });
  });

  test('nobody is linked with an erased account, however often the log is read', async () => {
    await ledger().append([
      observed('ann', 0),
      observed('bob', 0),
      referred(['ann', 'bob'], 1),
      referred(['ann', 'cat'], 1),
      erasure('bob', 2),
      referred(['dan', 'bob'], 3),
    ]);
    const { referrals } = (await ledger().changes(0, 100)) ?? {};
    expect(referrals?.map(({ referralId }) => referralId)).toEqual(['ann-cat']);
  });

  test.each([
    { note: 'itself', pair: ['ann', 'ann'], why: 'same' },
    { note: 'somebody unknown', pair: ['ann', 'zoe'], why: 'unknown' },
    { note: 'from somebody unknown', pair: ['zoe', 'ann'], why: 'unknown' },
    { note: 'an erased one', pair: ['ann', 'bob'], why: 'erased' },
    { note: 'into another, once merged', pair: ['cat', 'ann'], why: 'elsewhere' },
  ] as const)('a merge with $note is refused', async ({ pair: [accountId, intoId], why }) => {
    await ledger().append(['ann', 'bob', 'cat', 'dan'].map((id) => observed(id, 0)));
    await ledger().append([erasure('bob', 1)]);
    await ledger().records.merge({ accountId: 'cat', intoId: 'dan', by: 'lea' }, day(2));
    expect(await ledger().records.merge({ accountId, intoId, by: 'lea' }, day(3))).toEqual({
      outcome: 'refused',
      why,
    });
  });

  test('merging twice changes nothing, and merges of merged accounts go where those went', async () => {
    const merge = async (accountId: string, intoId: string) =>
      ledger().records.merge({ accountId, intoId, by: 'lea' }, day(2));
    await ledger().append(['ann', 'bob', 'cat'].map((id) => observed(id, 0, { ip: `${id}-ip` })));
    expect(await merge('ann', 'bob')).toEqual({ outcome: 'merged', intoId: 'bob' });
    expect(await merge('ann', 'bob')).toEqual({ outcome: 'duplicate', intoId: 'bob' });
    expect(await merge('bob', 'ann')).toEqual({ outcome: 'duplicate', intoId: 'bob' });
    expect(await merge('bob', 'cat')).toEqual({ outcome: 'merged', intoId: 'cat' });
    expect(await merge('ann', 'cat')).toEqual({ outcome: 'duplicate', intoId: 'cat' });
    expect(await ledger().records.account('ann')).toMatchObject({
      accountId: 'cat',
      merged: ['ann', 'bob'],
    });
  });

  test('erasing either name of a merged account erases all of it', async () => {
    await ledger().append([
      observed('ann', 0, { ip: 'a' }),
      observed('ann2', 0, { ip: 'b' }),
      ordered(['o1', 'ann2'], ['created', 1], { payment: { kind: 'card', fingerprint: 'f' } }),
    ]);
    await ledger().records.merge({ accountId: 'ann2', intoId: 'ann', by: 'lea' }, day(2));
    await ledger().append([erasure('ann2', 3), observed('ann2', 4, { ip: 'c' })]);
    const record = await ledger().records.account('ann');
    expect(record).toMatchObject({ erased: true, orders: [{ orderId: 'o1' }] });
    expect(record).not.toHaveProperty('profile');
    expect(record?.orders[0]).not.toHaveProperty('payment');
    expect((await ledger().records.history('ann')).observed).toEqual([]);
  });

  test('what was noted under any name of an account goes with it', async () => {
    const note = async (noteId: string, kind: 'account' | 'case', id: string) =>
      ledger().desk.note({
        noteId,
        subject: { kind, id },
        by: 'lea',
        at: day(3),
        text: 'spoke to her',
      });
    await ledger().append([
      observed('ann', 0, { ip: 'a' }),
      referred(['ann2', 'bob'], 2, { referralId: 'f2' }),
      accrued('r2', 3, { beneficiaryId: 'ann2', referralId: 'f2' }),
    ]);
    await ledger().commit(write(decided('r2', 'review', { on: 4, id: 'd' })));
    await note('n1', 'account', 'ann2');
    await note('n2', 'case', 'dec-d');
    await note('n3', 'account', 'bob');
    await ledger().records.merge({ accountId: 'ann2', intoId: 'ann', by: 'lea' }, day(5));
    await ledger().append([erasure('ann', 6)]);
    const said = async (kind: 'account' | 'case', id: string) =>
      (await ledger().desk.notes({ kind, id })).map(({ versions }) => versions);
    expect(await said('account', 'ann2')).toEqual([]);
    expect(await said('case', 'dec-d')).toEqual([]);
    expect(await said('account', 'bob')).toHaveLength(1);
  });
}
