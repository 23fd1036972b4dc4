import { LedgerError, memoryLedger, type LedgerOptions } from '@doubletake/ledger';
import type { Ledger } from '@doubletake/scoring';
import fc from 'fast-check';
import { beforeEach, describe, expect, test } from 'vitest';
import { ROWS } from './ledger-rows.ts';
import { overtaking } from './ledger-overtaken.ts';
import { everything, steps, take } from './ledger-steps.ts';
import {
  accrued,
  day,
  decided,
  observed,
  ordered,
  referred,
  reversed,
  write,
} from './ledger-values.ts';

/** Gives an empty ledger that nobody else uses. */
export type MakeLedger = (options?: LedgerOptions) => Ledger | Promise<Ledger>;

/** What every ledger promises, whatever it is kept in. */
export function ledgerConformance(name: string, make: MakeLedger): void {
  describe(`ledger: ${name}`, () => {
    let ledger: Ledger;
    beforeEach(async () => {
      ledger = await make();
    });

    test.each(ROWS)(
      '$note',
      async ({ options, events, decisions = [], reward = 'r1', on, expect: wanted }) => {
        const own = await make(options);
        // A market in one go, the rest one by one: folded onto what is there.
        if (events.length > 50) await own.append(events);
        else for (const event of events) await own.append([event]);
        await own.commitMany(decisions);
        const record = await own.read(reward, day(on));
        const answers = new Map<string, unknown>(Object.entries(record ?? {}));
        for (const [key, value] of Object.entries(wanted)) {
          const found = { [key]: answers.get(key) };
          if (Array.isArray(value) || value === undefined) expect(found).toEqual({ [key]: value });
          else expect(found).toMatchObject({ [key]: value });
        }
      },
    );

    recording(() => ledger);
    deciding(() => ledger);
    overtaking(() => ledger);
    projecting(() => ledger);

    test('answers as the memory model does, whatever happens in whatever order', async () => {
      await fc.assert(
        fc.asyncProperty(steps, fc.boolean(), async (story, organicOrders) => {
          const model = memoryLedger({ organicOrders });
          const subject = await make({ organicOrders });
          for (const step of story)
            expect(await take(subject, step)).toEqual(await take(model, step));
          expect(await everything(subject)).toEqual(await everything(model));
        }),
        { numRuns: 150, interruptAfterTimeLimit: 60_000 },
      );
    }, 120_000);

    test('the order in which events arrive changes nothing that is read', async () => {
      const events = [
        observed('ann', 0, { email: 'ann@example.com' }),
        observed('ann', 2, { email: 'a@example.com' }),
        referred(['ann', 'bob'], 3),
        ordered(['o1', 'bob'], ['created', 4], { payment: { kind: 'card', fingerprint: 'f' } }),
        ordered(['o1', 'bob'], ['completed', 5]),
        accrued('r1', 6, { orderId: 'o1' }),
      ];
      await ledger.append(events);
      const backwards = await make();
      for (const event of events.toReversed()) await backwards.append([event]);
      expect(await backwards.read('r1', day(9))).toEqual(await ledger.read('r1', day(9)));
    });
  });
}

function recording(ledger: () => Ledger): void {
  test('recording an event twice changes nothing; other content under its id is refused', async () => {
    const event = observed('ann', 0, { email: 'ann@example.com' });
    const other = { ...event, email: 'other@example.com' };
    const { id } = event;
    expect(await ledger().append([event, event, other])).toEqual([
      { outcome: 'recorded', id },
      { outcome: 'duplicate', id },
      { outcome: 'conflict', id },
    ]);
    const before = await ledger().profile('ann');
    expect(await ledger().append([other, event])).toEqual([
      { outcome: 'conflict', id },
      { outcome: 'duplicate', id },
    ]);
    expect(await ledger().profile('ann')).toEqual(before);
  });

  test('an erased account leaves a tombstone: its profile and payments go, and stay gone', async () => {
    const seen = observed('bob', 0, { email: 'bob@example.com' });
    const payment = { kind: 'card', fingerprint: 'f' } as const;
    const bought = ordered(['o1', 'bob'], ['created', 1], { payment });
    await ledger().append([
      seen,
      referred(['ann', 'bob'], 1),
      bought,
      accrued('r1', 2, { orderId: 'o1' }),
    ]);
    await ledger().append([{ id: 'gone', type: 'account.erased', at: day(3), accountId: 'bob' }]);
    await ledger().append([
      observed('bob', 4),
      ordered(['o1', 'bob'], ['completed', 5], { payment }),
    ]);
    expect(await ledger().profile('bob')).toBeUndefined();
    const record = await ledger().read('r1', day(9));
    expect(record).not.toHaveProperty('referee');
    expect(record?.order).toMatchObject({ orderId: 'o1', completedAt: day(5) });
    expect(record?.order).not.toHaveProperty('payment');
    expect(await ledger().append([{ ...seen, email: 'other@example.com' }])).toEqual([
      { outcome: 'duplicate', id: seen.id },
    ]);
    expect(await ledger().changes(0, 100)).toMatchObject({ accounts: [], erased: ['bob'] });
  });

  test('a pair exception is read until it expires; its id keeps one meaning', async () => {
    const allowance = {
      allowanceId: 'a1',
      referrerId: 'ann',
      refereeId: 'bob',
      owner: 'lea',
      reason: 'agency books for its client',
      expiresAt: day(20),
    };
    await ledger().append([referred(['ann', 'bob'], 1), accrued('r1', 2)]);
    await ledger().allow(allowance, day(3));
    await ledger().allow(allowance, day(3));
    expect(await ledger().read('r1', day(19))).toMatchObject({ allowance });
    expect(await ledger().read('r1', day(20))).not.toHaveProperty('allowance');
    await expect(ledger().allow({ ...allowance, reason: 'other' }, day(3))).rejects.toThrow(
      expect.objectContaining({ code: 'ledger_allowance_conflict' }),
    );
    expect(await ledger().changes(2, 10)).toEqual({
      cursor: 3,
      accounts: [],
      referrals: [],
      erased: [],
    });
  });
}

function deciding(ledger: () => Ledger): void {
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
    await ledger().commit(write(decided('r1', 'claw_back', { on: 3 }), ['free', 'o1']));
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

  test('a reversed reward owes no screening', async () => {
    const due = { id: 'due', type: 'reward.due', at: day(3), rewardId: 'r1' } as const;
    await ledger().append([accrued('r1', 2), due]);
    await ledger().commit(write(decided('r1', 'wait', { on: 2, until: 5 })));
    await ledger().append([reversed('r1', 4)]);
    expect(await ledger().timers(day(9), 10)).toEqual([]);
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
}

function projecting(ledger: () => Ledger): void {
  test('changes come in pages of events, each account and referral as it stands now', async () => {
    expect(await ledger().changes(0, 10)).toBeUndefined();
    await ledger().append([
      observed('bob', 0, { email: 'bob@example.com' }),
      observed('ann', 0),
      referred(['ann', 'bob'], 1),
      accrued('r1', 2),
    ]);
    const first = await ledger().changes(0, 1);
    expect(first).toMatchObject({
      cursor: 1,
      accounts: [{ profile: { accountId: 'bob' }, maturedAt: day(60) }],
      referrals: [],
    });
    const rest = await ledger().changes(1, 10);
    expect(rest).toMatchObject({
      cursor: 4,
      accounts: [{ profile: { accountId: 'ann' } }],
      referrals: [{ referralId: 'ann-bob', at: day(1) }],
      erased: [],
    });
    expect(await ledger().changes(4, 10)).toBeUndefined();
  });

  test('a label is a change of both accounts', async () => {
    await ledger().append([
      observed('ann', 0),
      observed('bob', 0),
      referred(['ann', 'bob'], 1),
      accrued('r1', 2),
    ]);
    const label = {
      id: 'l1',
      type: 'label.recorded',
      at: day(5),
      rewardId: 'r1',
      label: 'fraud',
      by: 'lea',
    } as const;
    await ledger().append([label]);
    const batch = await ledger().changes(4, 10);
    expect(batch?.accounts.map(({ profile, abusiveAt }) => [profile.accountId, abusiveAt])).toEqual(
      [
        ['ann', day(5)],
        ['bob', day(5)],
      ],
    );
  });
}
