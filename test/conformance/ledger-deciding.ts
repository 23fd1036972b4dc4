import { LedgerError } from '@doubletake/ledger';
import type { Ledger } from '@doubletake/scoring';
import { expect, test } from 'vitest';
import {
  accrued,
  day,
  decided,
  observed,
  ordered,
  paid,
  referred,
  reversed,
  write,
} from './ledger-values.ts';

/** What every ledger promises of decisions and of the screenings that are owed. */
export function deciding(ledger: () => Ledger): void {
  test('a trigger is answered once', async () => {
    await ledger().append([accrued('r1', 0)]);
    const first = write(decided('r1', 'pay', { on: 1 }));
    const again = { ...first, decision: decided('r1', 'review', { on: 2 }) };
    expect(await ledger().commit(first)).toEqual({
      outcome: 'committed',
      decision: first.decision,
    });
    expect(await ledger().commit(again)).toEqual({ outcome: 'existing', decision: first.decision });
    expect(await ledger().decided('r1', first.trigger)).toEqual(first.decision);
    expect(await ledger().decided('r1', 'another')).toBeUndefined();
    expect(await ledger().decision(first.decision.decisionId)).toEqual(first.decision);
    expect(await ledger().decision(again.decision.decisionId)).toBeUndefined();
  });

  test('a decision comes back byte for byte', async () => {
    await ledger().append([accrued('r1', 0)]);
    const { decision, trigger } = write(decided('r1', 'review', { on: 1 }));
    await ledger().commit({ decision, trigger });
    const text = JSON.stringify(decision);
    expect(JSON.stringify(await ledger().decided('r1', trigger))).toBe(text);
    expect(JSON.stringify((await ledger().read('r1', day(2)))?.previous)).toBe(text);
  });

  test('one order pays once per side: the loser learns who holds the claim, and nothing of it is kept', async () => {
    await ledger().append([
      accrued('r1', 0, { orderId: 'o1' }),
      accrued('r2', 0, { orderId: 'o1' }),
    ]);
    const winner = write(decided('r1', 'pay', { on: 1 }), ['take', 'o1']);
    const loser = write(decided('r2', 'pay', { on: 1 }), ['take', 'o1']);
    const [won, lost] = await ledger().commitMany([winner, loser]);
    expect(won?.outcome).toBe('committed');
    const by = { orderId: 'o1', side: 'referrer', rewardId: 'r1', at: day(1) };
    expect(lost).toEqual({ outcome: 'claimed', by });
    expect(await ledger().decisionsOn('r2')).toEqual([]);
    // Only the holder gives it back.
    await ledger().commit(write(decided('r2', 'void', { on: 2 }), ['free', 'o1']));
    expect(await ledger().commit(loser)).toEqual({ outcome: 'claimed', by });
    await ledger().commit(write(decided('r1', 'void', { on: 3 }), ['free', 'o1']));
    expect((await ledger().commit(loser)).outcome).toBe('committed');
  });

  test('a decision on a reward nobody accrued is refused, and nothing of its batch is kept', async () => {
    await ledger().append([accrued('r1', 0)]);
    const known = write(decided('r1', 'pay', { on: 1 }));
    const unknown = write(decided('r9', 'pay', { on: 1 }));
    const refusal = ledger().commitMany([known, unknown]);
    await expect(refusal).rejects.toThrow(LedgerError);
    await expect(refusal).rejects.toThrow('`r9`');
    expect(await ledger().decisionsOn('r1')).toEqual([]);
  });

  test('a sum that no number holds exactly counts as the largest that one does', async () => {
    const most = { minor: Number.MAX_SAFE_INTEGER, currency: 'EUR' };
    const amounts = [most, { ...most, minor: 2 }, most];
    for (const [n, amount] of amounts.entries())
      await ledger().append([accrued(`other${n}`, 0, { amount }), paid(`other${n}`, n + 1)]);
    await ledger().append([accrued('r1', 0)]);
    const { tally } = (await ledger().read('r1', day(9))) ?? {};
    expect(tally).toMatchObject({ lifetime: 3, last365d: [most] });
  });

  test('a payout that is under review still counts, from when it was let go, until it is taken back', async () => {
    await ledger().append([accrued('r1', 0), accrued('r2', 0)]);
    const lifetime = async () => {
      const { tally } = (await ledger().read('r2', day(9))) ?? {};
      return [tally?.lifetime, tally?.firstAt];
    };
    await ledger().commit(write(decided('r1', 'pay', { on: 1 })));
    const later = [
      ['review', 3, [1, day(1)]],
      ['pay', 4, [1, day(1)]],
      ['review', 5, [1, day(1)]],
      ['claw_back', 6, [0, undefined]],
      // It is not asked for any more, and out it is.
      ['pay', 7, [1, day(7)]],
      ['pay', 8, [1, day(7)]],
    ] as const;
    for (const [action, on, counted] of later) {
      await ledger().commit(write({ ...decided('r1', action, { on }), stage: 'post_payout' }));
      expect(await lifetime()).toEqual(counted);
    }
  });

  test('a wait ends at its instant, the earliest first, unless the reward is decided before', async () => {
    await ledger().append(['r1', 'r2', 'r3'].map((id) => accrued(id, 0)));
    const waits = [
      decided('r1', 'wait', { on: 1, until: 9, id: 'w1' }),
      decided('r2', 'wait', { on: 1, until: 7, id: 'w2' }),
      decided('r3', 'wait', { on: 1, until: 5, id: 'w3' }),
    ];
    await ledger().commitMany(waits.map((decision) => write(decision)));
    await ledger().commit(write(decided('r3', 'pay', { on: 2 })));
    expect(await ledger().timers(day(8), 10)).toEqual([
      { rewardId: 'r2', at: day(7), trigger: 'wait:dec-w2' },
    ]);
    expect((await ledger().timers(day(9), 10)).map((timer) => timer.rewardId)).toEqual([
      'r2',
      'r1',
    ]);
    expect((await ledger().timers(day(9), 1)).map((timer) => timer.rewardId)).toEqual(['r2']);
  });

  test('a payout asked for and an order undone owe a screening each until it is answered', async () => {
    const due = { id: 'due', type: 'reward.due', at: day(3), rewardId: 'r1' } as const;
    const undone = ordered(['o1', 'bob'], ['refunded', 1], { id: 'undone' });
    // The order was undone before the reward accrued: that calls when it accrues.
    await ledger().append([due, undone, accrued('r1', 2, { orderId: 'o1' })]);
    const owed = [
      { rewardId: 'r1', at: day(2), trigger: 'undone' },
      { rewardId: 'r1', at: day(3), trigger: 'due' },
    ];
    expect(await ledger().timers(day(3), 10)).toEqual(owed);
    await ledger().commit({ decision: decided('r1', 'void', { on: 2 }), trigger: 'undone' });
    expect(await ledger().timers(day(3), 10)).toEqual([owed[1]]);
    await ledger().append([ordered(['o1', 'bob'], ['charged_back', 4], { id: 'again' })]);
    expect(await ledger().timers(day(4), 10)).toEqual([
      owed[1],
      { rewardId: 'r1', at: day(4), trigger: 'again' },
    ]);
  });

  test('a decision made under an id nobody had told answers a payout asked for under it, and no undoing', async () => {
    await ledger().append([accrued('r1', 1, { orderId: 'o1' })]);
    for (const trigger of ['undone', 'asked'])
      await ledger().commit({ decision: decided('r1', 'pay', { on: 2, id: trigger }), trigger });
    const asked = { id: 'asked', type: 'reward.due', at: day(2), rewardId: 'r1' } as const;
    const undone = ordered(['o1', 'bob'], ['cancelled', 2], { id: 'undone' });
    await ledger().append([undone, asked]);
    const owed = [{ rewardId: 'r1', at: day(2), trigger: 'told:undone' }];
    expect(await ledger().timers(day(3), 10)).toEqual(owed);
    const answer = decided('r1', 'claw_back', { on: 3, id: 'answer' });
    await ledger().commit({ decision: answer, trigger: 'told:undone' });
    expect(await ledger().timers(day(9), 10)).toEqual([]);
  });

  test('a reversed reward owes no screening until it is paid again', async () => {
    const due = { id: 'due', type: 'reward.due', at: day(3), rewardId: 'r1' } as const;
    await ledger().append([accrued('r1', 2, { orderId: 'o1' }), due]);
    await ledger().commit(write(decided('r1', 'wait', { on: 2, until: 5, id: 'wait' })));
    await ledger().append([reversed('r1', 4)]);
    expect(await ledger().timers(day(9), 10)).toEqual([]);
    // Paid again it is out like any other.
    const undone = ordered(['o1', 'bob'], ['refunded', 6], { id: 'undone' });
    await ledger().append([paid('r1', 5), undone]);
    expect((await ledger().timers(day(9), 10)).map(({ trigger }) => trigger).toSorted()).toEqual([
      'due',
      'undone',
      'wait:dec-wait',
    ]);
  });

  test('rewards of an order come in the order they accrued', async () => {
    const events = [accrued('r1', 3), accrued('r2', 1), accrued('r0', 3)];
    await ledger().append(events.map((event) => ({ ...event, orderId: 'o1' })));
    expect((await ledger().rewardsOf('o1')).map(({ rewardId }) => rewardId)).toEqual([
      'r2',
      'r0',
      'r1',
    ]);
  });

  test('many rewards are read as one by one, an unknown one as unknown', async () => {
    await ledger().append([accrued('r1', 0), accrued('r2', 0)]);
    const [first, unknown, second] = await ledger().readMany(['r2', 'r9', 'r1'], day(1));
    expect(unknown).toBeUndefined();
    expect(first).toEqual(await ledger().read('r2', day(1)));
    expect(second).toEqual(await ledger().read('r1', day(1)));
  });

  test('many rewards are read as one by one, whatever was told of their accounts before', async () => {
    const ids = ['r1', 'r2'];
    const both = async (): Promise<unknown> => {
      const many = await ledger().readMany(ids, day(9));
      expect(many).toEqual(await Promise.all(ids.map((id) => ledger().read(id, day(9)))));
      expect(await ledger().readMany(ids, day(9))).toEqual(many);
      return many;
    };
    await ledger().append([referred(['ann', 'bob'], 0), referred(['ann', 'cid'], 0)]);
    const rewards = [accrued('r1', 0), accrued('r2', 0, { referralId: 'ann-cid' })];
    await ledger().append([...rewards, observed('ann', 1), observed('bob', 1)]);
    expect(await both()).toMatchObject([{ referrer: {}, referee: {} }, { referrer: {} }]);
    const moved = observed('bob', 2, { email: 'bob@example.net' });
    await ledger().append([moved, observed('cid', 2)]);
    expect(await both()).toMatchObject([
      { referee: { emails: [{ value: 'bob@example.net' }] } },
      { referee: {} },
    ]);
  });
}
