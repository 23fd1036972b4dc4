import type { ReviewedLedger } from '@doubletake/ledger';
import { expect, test } from 'vitest';
import { day, decided, paid, reversed, write } from './ledger-values.ts';
import {
  conclusion,
  done,
  held,
  HOUR,
  MINUTE,
  NOW,
  openCase,
  OPENED,
  opened,
  refusal,
  reviewWrite,
} from './review-values.ts';

const RELEASE = { outcome: 'release', label: 'honest' } as const;

export function openingTests(ledger: () => ReviewedLedger): void {
  test('a holding decision opens a case that knows its pair, its money and its promise', async () => {
    const caseId = await openCase(ledger());
    expect(await ledger().desk.find(caseId)).toEqual({
      caseId: 'dec-r1',
      rewardId: 'r1',
      programmeId: 'guest',
      referrerId: 'ann',
      refereeId: 'bob',
      beneficiaryId: 'ann',
      orderId: 'order-r1',
      amount: { minor: 2000, currency: 'EUR' },
      decisionId: 'dec-r1',
      score: 86.2,
      reasons: ['SHARED_DEVICE'],
      rules: ['pack/device'],
      openedAt: OPENED,
      refreshedAt: OPENED,
      dueAt: OPENED + 48 * HOUR,
      state: 'open',
      leases: 0,
      skippedBy: [],
    });
  });

  test('the programme says within how many hours it answers', async () => {
    const decision = { facts: { 'programme.reviewHours': 1.5 } };
    const [caseId = ''] = await opened(ledger(), [{ rewardId: 'r1', decision }]);
    expect(await ledger().desk.find(caseId)).toMatchObject({ dueAt: OPENED + 90 * MINUTE });
  });

  test('the next holding decision refreshes the case, and wakes it; one reward has one', async () => {
    const caseId = await openCase(ledger());
    const until = NOW + 9 * HOUR;
    await done(ledger(), { do: 'snooze', caseId, by: 'lea', at: NOW, reason: 'asked', until });
    const reasons = [
      { code: 'B', rule: 'p/b', text: '', customerText: '' },
      { code: 'A', rule: 'p/a', text: '', customerText: '' },
      { code: 'B', rule: 'p/c', text: '', customerText: '' },
    ];
    const again = held('r1', {
      decisionId: 'dec-again',
      at: NOW + 2 * HOUR,
      score: 91.5,
      reasons,
      determiningRules: ['p/b', 'p/a', 'p/c'],
    });
    await ledger().commit(write(again));
    const found = await ledger().desk.find(caseId);
    expect(found).toMatchObject({
      decisionId: 'dec-again',
      score: 91.5,
      reasons: ['B', 'A'],
      rules: ['p/b', 'p/a', 'p/c'],
      openedAt: OPENED,
      refreshedAt: NOW + 2 * HOUR,
      dueAt: OPENED + 50 * HOUR,
      state: 'open',
    });
    expect(found).not.toHaveProperty('snooze');
    expect(await ledger().desk.find('dec-again')).toBeUndefined();
  });

  test.each([
    ['pay', 'overtaken'],
    ['void', 'overtaken'],
    ['claw_back', 'overtaken'],
    ['wait', undefined],
  ] as const)('a later screening that says %s leaves the case %s', async (action, outcome) => {
    const caseId = await openCase(ledger());
    await done(ledger(), conclusion(caseId, RELEASE));
    await ledger().commit(write(decided('r1', action, { on: 11, until: 20 })));
    const found = await ledger().desk.find(caseId);
    expect(found?.outcome).toBe(outcome);
    expect(found?.state).toBe(outcome === undefined ? 'pending' : 'closed');
    const [given] = await ledger().desk.conclusions(caseId);
    expect(given?.status).toBe(outcome ?? 'pending');
    expect(found?.conclusion).toEqual(given);
    if (outcome === undefined) return;
    expect(refusal(await ledger().desk.act(conclusion(caseId, { commandId: 'other' })))).toBe(
      'case_closed',
    );
    expect(await ledger().desk.lapse(NOW + 99 * HOUR, 10)).toEqual([]);
  });

  test.each([
    ['pay', 'overtaken'],
    ['void', 'committed'],
    ['claw_back', 'committed'],
    ['wait', 'committed'],
  ] as const)(
    'a screening that says %s leaves what a person blocks to them',
    async (action, outcome) => {
      const caseId = await openCase(ledger());
      const open = await ledger().read('r1', NOW);
      expect(open).toMatchObject({ underReview: true });
      expect(open).not.toHaveProperty('pendingBlock');
      const { conclusion: given } = await done(ledger(), conclusion(caseId));
      if (given === undefined) return expect.unreachable();
      const previous = (await ledger().decisionsOn('r1'))[0];
      const later = write(decided('r1', action, { on: 11, until: 20 }));
      const upon = previous === undefined ? {} : { previous };
      expect(await ledger().commitMany([{ ...later, upon }])).toMatchObject([{ outcome }]);
      expect(await ledger().decisionsOn('r1')).toHaveLength(outcome === 'overtaken' ? 1 : 2);
      expect(await ledger().desk.find(caseId)).toMatchObject({
        state: 'pending',
        conclusion: given,
      });
      expect(await ledger().read('r1', NOW)).toMatchObject({ pendingBlock: 'REVIEWED_ABUSE' });
      await ledger().desk.lapse(NOW + MINUTE, 10);
      expect(await ledger().read('r1', NOW)).toMatchObject({ pendingBlock: 'REVIEWED_ABUSE' });
      await ledger().commit(reviewWrite(given, NOW + MINUTE));
      expect(await ledger().desk.find(caseId)).toMatchObject({ state: 'closed', outcome: 'block' });
      const closed = await ledger().read('r1', NOW);
      for (const key of ['underReview', 'pendingBlock']) expect(closed).not.toHaveProperty(key);
    },
  );

  test('what a person takes back stands in nobody’s way', async () => {
    const caseId = await openCase(ledger());
    const command = conclusion(caseId);
    await done(ledger(), command);
    await done(ledger(), {
      do: 'undo',
      caseId,
      by: 'lea',
      at: NOW + 1,
      commandId: command.commandId,
    });
    expect(await ledger().read('r1', NOW)).not.toHaveProperty('pendingBlock');
    const upon = { previous: (await ledger().decisionsOn('r1'))[0] ?? expect.unreachable() };
    const later = { ...write(decided('r1', 'pay', { on: 11 })), upon };
    expect(await ledger().commit(later)).toMatchObject({ outcome: 'committed' });
    expect(await ledger().desk.find(caseId)).toMatchObject({ outcome: 'overtaken' });
  });

  test.each([
    { order: 'the payment', told: [paid('r1', 12), reversed('r1', 11)] },
    { order: 'the reversal', told: [reversed('r1', 11), paid('r1', 12)] },
  ])(
    'a reward that is taken back takes its case along; one that is paid again does not, told $order first',
    async ({ told }) => {
      const caseId = await openCase(ledger());
      const given = conclusion(caseId);
      await done(ledger(), given);
      await ledger().append(told);
      expect(await ledger().desk.find(caseId)).toMatchObject({ state: 'pending' });
      await ledger().append([reversed('r1', 13)]);
      expect(await ledger().desk.find(caseId)).toMatchObject({
        state: 'closed',
        closedAt: day(13),
        outcome: 'overtaken',
        conclusion: { status: 'overtaken' },
      });
      expect(await ledger().desk.conclusions(caseId)).toMatchObject([{ status: 'overtaken' }]);
      expect(await ledger().desk.lapse(NOW + 99 * HOUR, 10)).toEqual([]);
    },
  );

  test('a closed case is followed by a new one, and cannot open beside it', async () => {
    const caseId = await openCase(ledger());
    const reopen = { do: 'reopen', caseId, by: 'kim', at: NOW, reason: 'appeal' } as const;
    expect(refusal(await ledger().desk.act(reopen))).toBe('case_not_closed');
    await ledger().commit(write(decided('r1', 'void', { on: 11 })));
    const reopened = await done(ledger(), reopen);
    expect(reopened).toMatchObject({
      state: 'open',
      dueAt: NOW + 48 * HOUR,
      revised: true,
      reopened: true,
    });
    expect(reopened).not.toHaveProperty('outcome');
    const concluded = conclusion(caseId, { at: NOW });
    await done(ledger(), concluded);
    await ledger().desk.lapse(NOW + 11_000, 10);
    const [settled] = await ledger().desk.settled(1);
    if (settled === undefined) return expect.unreachable();
    await ledger().commit(reviewWrite(settled, day(12)));
    expect(await ledger().desk.find(caseId)).not.toHaveProperty('reopened');
    await ledger().commit(write(held('r1', { decisionId: 'dec-new' })));
    expect(await ledger().desk.find('dec-new')).toMatchObject({ state: 'open' });
    expect(refusal(await ledger().desk.act(reopen))).toBe('case_open_elsewhere');
  });

  test('a case that was opened again waits for a person, whatever a screening repeats', async () => {
    const caseId = await openCase(ledger());
    await ledger().commit(write(decided('r1', 'void', { on: 11 })));
    await done(ledger(), { do: 'reopen', caseId, by: 'kim', at: NOW, reason: 'appeal' });
    for (const [nth, action] of (['void', 'pay', 'wait'] as const).entries())
      await ledger().commit(write(decided('r1', action, { on: 12 + nth })));
    expect(await ledger().desk.find(caseId)).toMatchObject({ state: 'open' });
  });
}

const hoursLater = (hours: number) => ({ at: OPENED + hours * HOUR });

export function lapsingTests(ledger: () => ReviewedLedger): void {
  test('past its time a case is escalated, never released; the longest overdue first', async () => {
    await opened(ledger(), [
      { rewardId: 'r1', decision: hoursLater(2) },
      { rewardId: 'r2', decision: hoursLater(1) },
      { rewardId: 'r3', decision: hoursLater(9) },
    ]);
    const due = OPENED + 50 * HOUR;
    expect((await ledger().desk.lapse(due, 1)).map(({ rewardId }) => rewardId)).toEqual(['r2']);
    expect(await ledger().desk.lapse(due, 10)).toMatchObject([
      {
        rewardId: 'r1',
        state: 'escalated',
        escalation: { at: due, by: 'doubletake', reason: 'overdue' },
      },
    ]);
    expect(await ledger().desk.lapse(due, 10)).toEqual([]);
    expect(await ledger().decisionsOn('r1')).toHaveLength(1);
    expect(await ledger().audit.entries({ action: 'case.lapse' })).toHaveLength(2);
  });

  test('past its time a case that awaits a second person is called late once, and goes on awaiting them', async () => {
    const [one = '', two = ''] = await opened(ledger(), ['r1', 'r2']);
    const genuine = { secondPersonFrom: 1, outcome: 'release', label: 'honest' } as const;
    await done(ledger(), { do: 'escalate', caseId: two, by: 'lea', at: NOW, reason: 'unsure' });
    for (const caseId of [one, two]) await done(ledger(), conclusion(caseId, genuine));
    const due = OPENED + 48 * HOUR;
    expect(await ledger().desk.lapse(due - 1, 10)).toEqual([]);
    const escalation = { at: due, by: 'doubletake', reason: 'overdue' };
    const first = { commandId: `command-${one}`, by: 'lea', status: 'awaiting_second' };
    expect(await ledger().desk.lapse(due, 10)).toMatchObject([
      { caseId: one, state: 'awaiting_second', escalation, conclusion: first },
    ]);
    expect(await ledger().desk.lapse(due + HOUR, 10)).toEqual([]);
    expect(await ledger().audit.entries({ action: 'case.lapse' })).toMatchObject([
      { subject: `case:${one}`, details: { state: 'awaiting_second' } },
    ]);
    const second = { caseId: one, by: 'kim', at: due + HOUR, commandId: first.commandId };
    expect(await ledger().desk.preview({ do: 'approve', ...second })).toMatchObject({
      case: { state: 'pending' },
    });
    const back = { do: 'send_back', ...second, reason: 'look_again' } as const;
    expect(await done(ledger(), back)).toMatchObject({ state: 'escalated', escalation });
  });

  test('the clock stands still while a case sleeps', async () => {
    const caseId = await openCase(ledger());
    const until = NOW + 60 * HOUR;
    await done(ledger(), { do: 'snooze', caseId, by: 'lea', at: NOW, reason: 'asked', until });
    expect(await ledger().desk.lapse(until - 1, 10)).toEqual([]);
    const [woken] = await ledger().desk.lapse(until + HOUR, 10);
    expect(woken).toMatchObject({ state: 'open', dueAt: OPENED + 108 * HOUR });
    expect(woken).not.toHaveProperty('snooze');
  });
}
