import type { ReviewedLedger } from '@doubletake/ledger';
import type { AccountErased, Action, DomainEvent, RewardDue } from '@doubletake/scoring';
import { expect, test } from 'vitest';
import { placeOf } from './ledger-steps.ts';
import {
  accrued,
  day,
  decided,
  labelled,
  observed,
  ordered,
  paid,
  referred,
  reversed,
  write,
} from './ledger-values.ts';

const dueOn = (on: number): RewardDue => ({
  id: 'asked',
  type: 'reward.due',
  at: day(on),
  rewardId: 'r1',
});

/** An account asks to be forgotten. */
export const erasure = (accountId: string, on: number): AccountErased => ({
  id: `gone-${accountId}`,
  type: 'account.erased',
  at: day(on),
  accountId,
});

interface Recall {
  readonly note: string;
  readonly told: readonly DomainEvent[];
  readonly last?: Action;
  readonly recalled: { readonly is: boolean; readonly into: 'ann' | 'bob' };
}

/** `ann2` is found to be `ann`, who brought `bob`, or to be somebody else; what was decided last on the reward for it. */
const RECALLS: readonly Recall[] = [
  { note: 'held', told: [], last: 'review', recalled: { is: true, into: 'ann' } },
  { note: 'waiting', told: [], last: 'wait', recalled: { is: true, into: 'bob' } },
  { note: 'released', told: [], last: 'pay', recalled: { is: false, into: 'ann' } },
  { note: 'refused', told: [], last: 'void', recalled: { is: false, into: 'ann' } },
  { note: 'never asked for', told: [], recalled: { is: false, into: 'ann' } },
  { note: 'asked for', told: [dueOn(3)], recalled: { is: true, into: 'ann' } },
  {
    note: 'held, and taken back',
    told: [reversed('r1', 4)],
    last: 'review',
    recalled: { is: false, into: 'ann' },
  },
  {
    note: 'held, taken back, and paid again',
    told: [paid('r1', 3), reversed('r1', 4), paid('r1', 5)],
    last: 'review',
    recalled: { is: true, into: 'ann' },
  },
  {
    note: 'paid out by nobody’s decision',
    told: [paid('r1', 4)],
    recalled: { is: false, into: 'ann' },
  },
];

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
    expect(await ledger().changes(await placeOf(ledger(), 3), 10)).toMatchObject({
      events: 2,
      erased: ['ann2'],
      accounts: [{ profile: { accountId: 'ann' } }],
      referrals: [{ referralId: 'f2', referrerId: 'ann' }],
    });
  });

  test.each(RECALLS)(
    'a merge recalls a reward, or not: $note',
    async ({ told, last, recalled }) => {
      await ledger().append([
        observed('ann', 0),
        observed('ann2', 0),
        observed('bob', 0),
        referred(['ann', 'bob'], 1),
        accrued('r1', 2),
        ...told,
      ]);
      if (last !== undefined)
        await ledger().commit(write(decided('r1', last, { on: 3, until: 90, id: 'd' })));
      const owed = await ledger().timers(day(80), 10);
      const merge = async () =>
        ledger().records.merge({ accountId: 'ann2', intoId: recalled.into, by: 'lea' }, day(9));
      await merge();
      const after = await ledger().timers(day(80), 10);
      const trigger = 'merge:["ann2","r1"]';
      const call = { rewardId: 'r1', at: day(9), trigger };
      expect(after).toEqual(recalled.is ? [...owed, call] : owed);
      await merge();
      expect(await ledger().timers(day(80), 10)).toEqual(after);
      // What happens to the reward next does not forget it; the screening that answers it does.
      await ledger().append([labelled('r1', 'honest', 10)]);
      expect(await ledger().timers(day(80), 10)).toEqual(after);
      const answer = { ...write(decided('r1', 'void', { on: 11, id: 'x' })), trigger };
      await ledger().commit(answer);
      expect(await ledger().timers(day(80), 10)).toEqual(owed);
    },
  );

  test.each([
    { note: 'decided', told: [], last: 'pay' as const },
    { note: 'paid out', told: [paid('r1', 4)], last: undefined },
    { note: 'refused, and paid out all the same', told: [paid('r1', 4)], last: 'void' as const },
    {
      note: 'taken back, and paid out again',
      told: [paid('r1', 3), reversed('r1', 4), paid('r1', 5)],
      last: 'pay' as const,
    },
  ])('a merge recalls what was let go to a pair that is one account now: $note', async (row) => {
    await ledger().append([
      observed('ann', 0),
      observed('bob', 0),
      referred(['ann', 'bob'], 1),
      accrued('r1', 2),
      ...row.told,
    ]);
    if (row.last !== undefined) await ledger().commit(write(decided('r1', row.last, { on: 3 })));
    await ledger().records.merge({ accountId: 'bob', intoId: 'ann', by: 'lea' }, day(9));
    expect(await ledger().timers(day(80), 10)).toEqual([
      { rewardId: 'r1', at: day(9), trigger: 'merge:["bob","r1"]' },
    ]);
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

  test('a decision that was made upon a pair before a merge is made again', async () => {
    await ledger().append([
      ...['ann', 'bob', 'cat', 'dan'].map((accountId) => observed(accountId, 0)),
      referred(['ann', 'bob'], 1),
      accrued('r1', 2),
    ]);
    const reached = async () => ({ reached: (await ledger().read('r1', day(9)))?.reached ?? 0 });
    const before = await reached();
    await ledger().records.merge({ accountId: 'dan', intoId: 'cat', by: 'lea' }, day(3));
    const beside = { ...write(decided('r1', 'pay', { on: 3 })), upon: before };
    expect((await ledger().commit(beside)).outcome).toBe('committed');
    const then = { ...(await reached()), previous: beside.decision };
    await ledger().records.merge({ accountId: 'bob', intoId: 'ann', by: 'lea' }, day(4));
    const late = { ...write(decided('r1', 'pay', { on: 4 })), upon: then };
    expect((await ledger().commit(late)).outcome).toBe('overtaken');
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
