import type { LedgerOptions, ReviewedLedger } from '@doubletake/ledger';
import { beforeEach, describe, expect, test } from 'vitest';
import { decided, write } from './ledger-values.ts';
import { caseQueueTests } from './review-queue.ts';
import { reviewRecordTests } from './review-records.ts';
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

export type MakeReviewed = (options?: LedgerOptions) => ReviewedLedger | Promise<ReviewedLedger>;

/** What every desk promises, whatever its cases are kept in. */
export function reviewDeskConformance(name: string, make: MakeReviewed): void {
  describe(`review desk: ${name}`, () => {
    let ledger: ReviewedLedger;
    beforeEach(async () => {
      ledger = await make();
    });
    opening(() => ledger);
    leasing(() => ledger);
    deciding(() => ledger);
    lapsing(() => ledger);
    caseQueueTests(() => ledger);
    reviewRecordTests(() => ledger);
  });
}

type Give = () => ReviewedLedger;

function opening(ledger: Give): void {
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
    await done(ledger(), conclusion(caseId));
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

  test('a closed case is followed by a new one, and cannot open beside it', async () => {
    const caseId = await openCase(ledger());
    const reopen = { do: 'reopen', caseId, by: 'kim', at: NOW, reason: 'appeal' } as const;
    expect(refusal(await ledger().desk.act(reopen))).toBe('case_not_closed');
    await ledger().commit(write(decided('r1', 'void', { on: 11 })));
    const reopened = await done(ledger(), reopen);
    expect(reopened).toMatchObject({ state: 'open', dueAt: NOW + 48 * HOUR });
    expect(reopened).not.toHaveProperty('outcome');
    await ledger().commit(write(decided('r1', 'void', { on: 12 })));
    await ledger().commit(write(held('r1', { decisionId: 'dec-new' })));
    expect(await ledger().desk.find('dec-new')).toMatchObject({ state: 'open' });
    expect(refusal(await ledger().desk.act(reopen))).toBe('case_open_elsewhere');
  });
}

function leasing(ledger: Give): void {
  test('a lease keeps others out until it ends, and a token of an ended one decides nothing', async () => {
    const caseId = await openCase(ledger());
    const mine = { caseId, by: 'lea', at: NOW };
    const claimed = await done(ledger(), { do: 'claim', ...mine });
    expect(claimed.lease).toEqual({ by: 'lea', token: 1, until: NOW + 15 * MINUTE });
    const kim = { do: 'claim', caseId, by: 'kim', at: NOW + MINUTE } as const;
    expect(await ledger().desk.act(kim)).toMatchObject({
      ok: false,
      refusal: 'leased_by_other',
      case: { lease: { by: 'lea' } },
    });
    const kept = await done(ledger(), { do: 'renew', ...mine, at: NOW + MINUTE, leaseToken: 1 });
    expect(kept.lease).toEqual({ by: 'lea', token: 1, until: NOW + 16 * MINUTE });
    const late = NOW + 17 * MINUTE;
    const stale = conclusion(caseId, { at: late, leaseToken: 1 });
    expect(refusal(await ledger().desk.act(stale))).toBe('lease_stale');
    expect((await done(ledger(), { ...kim, at: late })).lease?.token).toBe(2);
    for (const act of ['release', 'skip', 'escalate'] as const)
      expect(
        refusal(
          await ledger().desk.act({ do: act, ...mine, at: late, leaseToken: 1, reason: 'x' }),
        ),
      ).toBe('lease_stale');
    expect(await ledger().desk.find(caseId)).toMatchObject({ state: 'open', lease: { by: 'kim' } });
  });

  test('a case is handed to a person, taken over by a lead, given back', async () => {
    const caseId = await openCase(ledger());
    await done(ledger(), { do: 'claim', caseId, by: 'lea', at: NOW });
    const handed = await done(ledger(), {
      do: 'hand_over',
      caseId,
      by: 'lea',
      at: NOW,
      to: 'kim',
      leaseToken: 1,
    });
    expect(handed).toMatchObject({ assignee: 'kim' });
    expect(handed).not.toHaveProperty('lease');
    await done(ledger(), { do: 'claim', caseId, by: 'kim', at: NOW });
    const over = await done(ledger(), {
      do: 'take_over',
      caseId,
      by: 'max',
      at: NOW,
      reason: 'absent',
    });
    expect(over.lease).toEqual({ by: 'max', token: 3, until: NOW + 15 * MINUTE });
    const free = await done(ledger(), {
      do: 'release',
      caseId,
      by: 'max',
      at: NOW,
      leaseToken: 3,
    });
    expect(free).not.toHaveProperty('lease');
    expect(await ledger().audit.entries({ action: 'case.take_over' })).toMatchObject([
      { actor: 'max', subject: `case:${caseId}`, details: { reason: 'absent', from: 'kim' } },
    ]);
  });

  test('an escalated case is a lead’s; a snooze must end ahead', async () => {
    const caseId = await openCase(ledger());
    const mine = { caseId, by: 'lea', at: NOW, reason: 'unsure' } as const;
    const escalated = await done(ledger(), { do: 'escalate', ...mine });
    expect(escalated).toMatchObject({
      state: 'escalated',
      escalation: { at: NOW, by: 'lea', reason: 'unsure' },
    });
    expect(refusal(await ledger().desk.act({ do: 'snooze', ...mine, until: NOW }))).toBe(
      'instant_passed',
    );
    expect(refusal(await ledger().desk.act({ do: 'resume', ...mine }))).toBe('not_snoozed');
    const slept = await done(ledger(), { do: 'snooze', ...mine, until: NOW + 5 * HOUR });
    expect(slept).toMatchObject({ state: 'snoozed', dueAt: OPENED + 48 * HOUR });
    const woken = await done(ledger(), { do: 'resume', ...mine, at: NOW + HOUR });
    expect(woken).toMatchObject({ state: 'escalated', dueAt: OPENED + 49 * HOUR });
  });

  test('an act on no case is refused', async () => {
    const act = { do: 'claim', caseId: 'none', by: 'lea', at: NOW } as const;
    expect(await ledger().desk.act(act)).toEqual({ ok: false, refusal: 'case_unknown' });
  });
}

function deciding(ledger: Give): void {
  test('a conclusion waits out its undo window, is settled, and closes the case with its decision', async () => {
    const caseId = await openCase(ledger());
    const command = conclusion(caseId, { at: NOW });
    const pending = await done(ledger(), command);
    expect(pending).toMatchObject({
      state: 'pending',
      conclusion: {
        commandId: command.commandId,
        caseId,
        rewardId: 'r1',
        programmeId: 'guest',
        decisionId: 'dec-r1',
        rules: ['pack/device'],
        by: 'lea',
        outcome: 'block',
        label: 'fraud',
        scoreVisible: true,
        finalAt: NOW + 10_000,
      },
    });
    expect(await ledger().desk.lapse(NOW + 9_999, 10)).toEqual([]);
    expect(await ledger().desk.settled(10)).toEqual([]);
    expect(await ledger().desk.lapse(NOW + 10_000, 10)).toMatchObject([{ caseId, state: 'final' }]);
    const [settled, ...more] = await ledger().desk.settled(10);
    expect(more).toEqual([]);
    expect(settled).toMatchObject({ commandId: command.commandId, status: 'final' });
    if (settled === undefined) return;
    const undo = { do: 'undo', caseId, by: 'lea', commandId: command.commandId } as const;
    expect(refusal(await ledger().desk.act({ ...undo, at: NOW + 1 }))).toBe('undo_over');
    await ledger().commit(reviewWrite(settled, NOW + 11_000));
    await ledger().commit(reviewWrite(settled, NOW + 12_000));
    expect(await ledger().desk.settled(10)).toEqual([]);
    expect(await ledger().desk.find(caseId)).toMatchObject({
      state: 'closed',
      outcome: 'block',
      closedAt: NOW + 11_000,
      conclusion: { status: 'final' },
    });
  });

  test('a person’s decision without a case that waits for it is refused', async () => {
    const caseId = await openCase(ledger());
    const { conclusion: given } = await done(ledger(), conclusion(caseId));
    if (given === undefined) return expect.unreachable();
    await expect(ledger().commit(reviewWrite(given, NOW))).rejects.toThrow(
      expect.objectContaining({ code: 'ledger_case_closed' }),
    );
    expect(await ledger().decisionsOn('r1')).toHaveLength(1);
  });

  test('the same command again is the same conclusion; the same id for anything else is refused', async () => {
    const [one = '', two = ''] = await opened(ledger(), ['r1', 'r2']);
    const command = conclusion(one, { commandId: 'c1' });
    const first = await done(ledger(), command);
    const again = { ok: true, repeated: true, case: first };
    expect(await ledger().desk.act({ ...command, at: NOW + 5 })).toEqual(again);
    const others = [
      { ...command, outcome: 'release' as const },
      { ...command, by: 'kim' },
      { ...command, caseId: two },
    ];
    for (const other of others)
      expect(refusal(await ledger().desk.act(other))).toBe('command_conflict');
    expect(await ledger().desk.conclusions(one)).toHaveLength(1);
    expect(await ledger().desk.conclusions(two)).toEqual([]);
  });

  test('of two who conclude at once one decides, and the other is told what', async () => {
    const caseId = await openCase(ledger());
    const answers = await Promise.all(
      ['lea', 'kim', 'max', 'noa'].map((by) =>
        ledger().desk.act(conclusion(caseId, { by, commandId: `by-${by}` })),
      ),
    );
    const winner = answers.find(({ ok }) => ok);
    const given = winner?.case?.conclusion;
    expect(given).toBeDefined();
    const refused = answers.filter(({ ok }) => !ok);
    expect(refused).toHaveLength(3);
    for (const answer of refused)
      expect(answer).toMatchObject({ refusal: 'decided_by_other', case: { conclusion: given } });
    expect(await ledger().desk.conclusions(caseId)).toEqual([given]);
  });

  test('who concluded can take it back while the window is open, and conclude anew', async () => {
    const caseId = await openCase(ledger());
    const command = conclusion(caseId);
    const before = await ledger().desk.find(caseId);
    await done(ledger(), command);
    const undo = { do: 'undo', caseId, by: 'lea', at: NOW, commandId: command.commandId } as const;
    expect(refusal(await ledger().desk.act({ ...undo, by: 'kim' }))).toBe('not_the_author');
    expect(refusal(await ledger().desk.act({ ...undo, commandId: 'x' }))).toBe('nothing_to_undo');
    expect(refusal(await ledger().desk.act({ ...undo, at: NOW + 10_000 }))).toBe('undo_over');
    expect(await done(ledger(), undo)).toEqual(before);
    expect(await ledger().desk.lapse(NOW + HOUR, 10)).toEqual([]);
    await done(ledger(), conclusion(caseId, { commandId: 'anew', outcome: 'release' }));
    const given = await ledger().desk.conclusions(caseId);
    expect(given.map(({ status }) => status).toSorted()).toEqual(['pending', 'undone']);
    expect(refusal(await ledger().desk.act({ ...command, commandId: 'third' }))).toBe(
      'decided_already',
    );
  });

  test('above the limit a second person approves or sends back, never the first', async () => {
    const caseId = await openCase(ledger());
    const command = conclusion(caseId, { secondPersonFrom: 2000, outcome: 'release' });
    const waiting = await done(ledger(), command);
    expect(waiting).toMatchObject({ state: 'awaiting_second' });
    expect(waiting.conclusion).not.toHaveProperty('finalAt');
    const { commandId } = command;
    const approve = { do: 'approve', caseId, by: 'kim', at: NOW + HOUR, commandId } as const;
    const back = {
      do: 'send_back',
      caseId,
      at: NOW + HOUR,
      commandId,
      reason: 'look_again',
    } as const;
    for (const act of [{ ...approve, by: 'lea' }, { ...back, by: 'lea' } as const])
      expect(refusal(await ledger().desk.act(act))).toBe('second_person_needed');
    expect(await done(ledger(), { ...back, by: 'kim' })).toMatchObject({ state: 'open' });
    expect(refusal(await ledger().desk.act(approve))).toBe('nothing_to_approve');

    const second = { ...command, commandId: 'again' };
    await done(ledger(), second);
    const approved = await done(ledger(), { ...approve, commandId: 'again' });
    expect(approved).toMatchObject({
      state: 'pending',
      conclusion: { second: { by: 'kim', at: NOW + HOUR }, finalAt: NOW + HOUR + 10_000 },
    });
    expect(await ledger().desk.act({ ...approve, commandId: 'again' })).toMatchObject({
      ok: true,
      repeated: true,
    });
    const undo = { do: 'undo', caseId, by: 'lea', at: NOW + HOUR, commandId: 'again' } as const;
    expect(refusal(await ledger().desk.act(undo))).toBe('not_the_author');
    const undone = await done(ledger(), { ...undo, by: 'kim' });
    expect(undone).toMatchObject({ state: 'awaiting_second' });
    expect(undone.conclusion).not.toHaveProperty('second');
    expect(await done(ledger(), undo)).toMatchObject({ state: 'open' });
  });

  test('below the limit one person decides', async () => {
    const caseId = await openCase(ledger());
    expect(await done(ledger(), conclusion(caseId, { secondPersonFrom: 2001 }))).toMatchObject({
      state: 'pending',
    });
  });

  test('a preview answers as the act would, and changes nothing', async () => {
    const [one = '', two = ''] = await opened(ledger(), ['r1', 'r2']);
    await done(ledger(), { do: 'claim', caseId: two, by: 'kim', at: NOW });
    const before = await ledger().desk.find(one);
    expect(await ledger().desk.preview(conclusion(one))).toMatchObject({ ok: true });
    expect(refusal(await ledger().desk.preview(conclusion(two)))).toBe('leased_by_other');
    expect(await ledger().desk.find(one)).toEqual(before);
    expect(await ledger().audit.entries({ action: 'case.conclude' })).toEqual([]);
  });

  test('nothing is kept of an act the audit trail refuses', async () => {
    const caseId = await openCase(ledger());
    const before = await ledger().desk.find(caseId);
    const personal = conclusion(caseId, { reason: 'ann@example.com did it', note: 'a note' });
    await expect(ledger().desk.act(personal)).rejects.toThrow(
      expect.objectContaining({ code: 'ledger_audit_refused' }),
    );
    expect(await ledger().desk.find(caseId)).toEqual(before);
    expect(await ledger().desk.conclusions(caseId)).toEqual([]);
    expect(await ledger().desk.notes({ kind: 'case', id: caseId })).toEqual([]);
  });
}

const hoursLater = (hours: number) => ({ at: OPENED + hours * HOUR });

function lapsing(ledger: Give): void {
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
