import type { ReviewedLedger } from '@doubletake/ledger';
import type { DueDelivery, Outbox, WebhookAttempt, WebhookEndpoint } from '@doubletake/scoring';
import { beforeEach, describe, expect, test } from 'vitest';
import { accrued, decided, referred, write } from './ledger-values.ts';
import {
  conclusion,
  done,
  held,
  MINUTE,
  NOW,
  OPENED,
  openCase,
  reviewWrite,
} from './review-values.ts';

/** Gives an empty ledger that nobody else uses. */
type MakeLedger = () => ReviewedLedger | Promise<ReviewedLedger>;

const LEASE = MINUTE;
const ENDPOINT: WebhookEndpoint = {
  endpointId: 'hook_a',
  url: 'https://host.example/hook',
  types: ['decision.made'],
  secrets: { current: 'whsec_AAAA' },
  createdBy: 'ada',
  createdAt: NOW,
};

let ledger: ReviewedLedger;
let outbox: Outbox;

/** What every outbox promises, whatever it is kept in. */
export function outboxConformance(name: string, make: MakeLedger): void {
  describe(`outbox: ${name}`, () => {
    beforeEach(async () => {
      ledger = await make();
      ({ outbox } = ledger);
    });
    describe('endpoints', endpointTests);
    describe('what is told', telling);
    describe('sending', sending);
    describe('disabling', disabling);
    describe('what was sent', looking);
  });
}

const add = (more: Partial<WebhookEndpoint> = {}) => outbox.addEndpoint({ ...ENDPOINT, ...more });
const due = (at = NOW, limit = 10) => outbox.due(at, limit, LEASE);
const attempt = (more: Partial<WebhookAttempt> = {}): WebhookAttempt => ({
  at: NOW,
  outcome: 'delivered',
  status: 200,
  milliseconds: 5,
  ...more,
});
const REFUSED = attempt({ outcome: 'refused', status: 500 });

const told = async () => (await due()).map(({ type, decisionId }) => [type, decisionId]);

/** One delivery, leased. */
async function oneDue(at = NOW): Promise<DueDelivery> {
  const [delivery] = await due(at);
  return delivery ?? expect.unreachable();
}

/** A test on its way to the endpoint. */
async function testSent(messageId = 'msg_1', at = NOW): Promise<void> {
  expect(await outbox.test('hook_a', messageId, at)).toBe(true);
}

function endpointTests(): void {
  test('are listed, the latest added first, as they were added', async () => {
    const young = { ...ENDPOINT, endpointId: 'hook_b', createdAt: NOW + 1, types: [] };
    await add();
    await add(young);
    expect(await outbox.endpoints()).toEqual([young, ENDPOINT]);
    expect(await outbox.endpoint('hook_a')).toEqual(ENDPOINT);
    expect(await outbox.endpoint('nothing')).toBeUndefined();
  });

  test('are given other secrets', async () => {
    await add();
    const secrets = { current: 'whsec_BBBB', previous: { secret: 'whsec_AAAA', until: NOW } };
    expect(await outbox.putSecrets('hook_a', secrets)).toBe(true);
    expect(await outbox.putSecrets('nothing', secrets)).toBe(false);
    expect(await outbox.endpoint('hook_a')).toEqual({ ...ENDPOINT, secrets });
  });
}

function telling(): void {
  test('every decision, to each endpoint that asks for it, with the decision as it is kept', async () => {
    await add({ endpointId: 'hook_b' });
    await add();
    await add({ endpointId: 'hook_c', types: ['reward.claw_back'] });
    const caseId = await openCase(ledger);
    const deliveries = await due();
    expect(deliveries.map(({ endpointId }) => endpointId)).toEqual(['hook_a', 'hook_b']);
    const { seq: _, ...first } = deliveries[0] ?? {};
    expect(first).toEqual({
      messageId: `msg_decision_made_${caseId}`,
      endpointId: 'hook_a',
      type: 'decision.made',
      decisionId: caseId,
      at: OPENED,
      state: 'pending',
      tries: 0,
      nextAt: NOW + LEASE,
      lease: 1,
      endpoint: ENDPOINT,
      decision: await ledger.decision(caseId),
    });
  });

  test('a case when it opens, and not when a further screening refreshes it', async () => {
    await add({ types: ['case.opened'] });
    const caseId = await openCase(ledger);
    await ledger.commit(write(held('r1', { decisionId: 'dec_again' })));
    expect(await told()).toEqual([['case.opened', caseId]]);
  });

  test('a reward to claw back', async () => {
    await add({ types: ['reward.claw_back'] });
    await ledger.append([referred(['ann', 'bob'], 0), accrued('r1', 1)]);
    const back = decided('r1', 'claw_back', { on: 9, id: 'back' });
    await ledger.commit(write(decided('r1', 'pay', { on: 8, id: 'pay' })));
    await ledger.commit(write(back));
    expect(await told()).toEqual([['reward.claw_back', back.decisionId]]);
  });

  test('what a person concluded when it is decided, and nothing of what was undone before', async () => {
    await add({ types: ['case.concluded'] });
    const caseId = await openCase(ledger);
    await done(ledger, conclusion(caseId, { undoFor: 10_000 }));
    await done(ledger, {
      do: 'undo',
      caseId,
      by: 'lea',
      at: NOW + 1,
      commandId: `command-${caseId}`,
    });
    await ledger.desk.lapse(NOW + 20_000, 10);
    expect(await ledger.desk.settled(10)).toEqual([]);
    expect(await told()).toEqual([]);

    await done(ledger, conclusion(caseId, { commandId: 'second', at: NOW + 2 }));
    expect(await told()).toEqual([]);
    await ledger.desk.lapse(NOW + 20_000, 10);
    const [settled] = await ledger.desk.settled(10);
    if (settled === undefined) throw new Error('nothing settled');
    const { decision } = reviewWrite(settled, NOW);
    await ledger.commit(reviewWrite(settled, NOW));
    expect(await told()).toEqual([['case.concluded', decision.decisionId]]);
  });

  test('a decision committed twice is told once, one that was refused not at all', async () => {
    await add();
    await openCase(ledger);
    const again = await ledger.commit(write(held('r1')));
    expect(again.outcome).toBe('existing');
    const stray = ledger.commit(write(decided('nothing', 'pay', { on: 9, id: 'x' })));
    await expect(stray).rejects.toMatchObject({ code: 'ledger_reward_unknown' });
    expect(await told()).toHaveLength(1);
  });

  test('nothing to an endpoint that was added later', async () => {
    await openCase(ledger);
    await add();
    expect(await told()).toEqual([]);
  });
}

function sending(): void {
  beforeEach(async () => add());

  test('what is leased is nobody else’s until the lease ends; then it is due again, the same message', async () => {
    await testSent();
    const first = await oneDue();
    expect(await due(NOW + LEASE - 1)).toEqual([]);
    const second = await oneDue(NOW + LEASE);
    expect(second.messageId).toBe(first.messageId);
    expect(second.lease).toBe(first.lease + 1);
  });

  test('of senders that ask at once, each is given others', async () => {
    for (let n = 0; n < 12; n += 1) await testSent(`msg_${n}`);
    const given = await Promise.all([1, 2, 3, 4].map(() => due(NOW, 4)));
    const ids = given.flat().map(({ messageId }) => messageId);
    expect(new Set(ids).size).toBe(ids.length);
    const rest = (await due(NOW, 20)).map(({ messageId }) => messageId);
    expect(new Set([...ids, ...rest]).size).toBe(12);
    expect(ids.length + rest.length).toBe(12);
  });

  test('the longest due first, and none before its time', async () => {
    await testSent('late', NOW + 2);
    await testSent('soon', NOW + 1);
    await testSent('never', NOW + 9);
    expect((await due(NOW + 2)).map(({ messageId }) => messageId)).toEqual(['soon', 'late']);
  });

  test('a success settles it', async () => {
    await testSent();
    expect(await outbox.tried(await oneDue(), attempt())).toBe(true);
    const { nextAt: _, ...delivery } = (await outbox.delivery('hook_a', 'msg_1')) ?? {};
    expect(delivery).toMatchObject({ state: 'delivered', tries: 1 });
    expect(await due(NOW + 10 * LEASE)).toEqual([]);
  });

  test('a failure is tried again when it says, and has failed for good when it does not', async () => {
    await testSent();
    expect(await outbox.tried(await oneDue(), REFUSED, NOW + 5)).toBe(true);
    expect(await outbox.delivery('hook_a', 'msg_1')).toMatchObject({ tries: 1, nextAt: NOW + 5 });
    const gone = attempt({ at: NOW + 5, outcome: 'timed_out', milliseconds: 15_000 });
    expect(await outbox.tried(await oneDue(NOW + 5), gone)).toBe(true);
    expect(await outbox.delivery('hook_a', 'msg_1')).toMatchObject({ state: 'failed', tries: 2 });
    expect(await outbox.attempts('hook_a', 'msg_1')).toEqual([REFUSED, gone]);
    expect(await due(NOW + 10 * LEASE)).toEqual([]);
  });

  test('whoever lost the lease no longer says that it failed, but may say that it arrived', async () => {
    await testSent();
    const slow = await oneDue();
    const second = await oneDue(NOW + LEASE);
    expect(await outbox.tried(slow, REFUSED, NOW + 5)).toBe(false);
    expect(await outbox.tried(slow, attempt())).toBe(true);
    expect(await outbox.tried(second, REFUSED, NOW + 5)).toBe(false);
    expect(await outbox.tried(second, attempt())).toBe(false);
    expect(await outbox.attempts('hook_a', 'msg_1')).toHaveLength(1);
  });

  test('the same test twice is one', async () => {
    await testSent();
    expect(await outbox.test('hook_a', 'msg_1', NOW)).toBe(false);
    expect(await outbox.test('nothing', 'msg_1', NOW)).toBe(false);
    expect(await due()).toHaveLength(1);
  });
}

function disabling(): void {
  beforeEach(async () => add());

  test('keeps what waits, tells nothing, and goes on where it was', async () => {
    await testSent();
    expect(await outbox.disable('hook_a', NOW, 'gone')).toBe(true);
    expect(await outbox.disable('hook_a', NOW, 'asked')).toBe(false);
    expect((await outbox.endpoint('hook_a'))?.disabled).toEqual({ at: NOW, because: 'gone' });
    await openCase(ledger);
    expect(await outbox.test('hook_a', 'msg_2', NOW)).toBe(false);
    expect(await due(NOW + LEASE)).toEqual([]);
    const [waiting] = await outbox.deliveries('hook_a', { limit: 5 });
    expect(waiting).toMatchObject({ state: 'pending', messageId: 'msg_1' });
    expect(waiting).not.toHaveProperty('nextAt');

    expect(await outbox.enable('hook_a', NOW + 1)).toBe(true);
    expect(await outbox.enable('hook_a', NOW + 1)).toBe(false);
    expect(await outbox.endpoint('hook_a')).toEqual(ENDPOINT);
    expect((await due(NOW + 1)).map(({ messageId }) => messageId)).toEqual(['msg_1']);
  });

  test('in the midst of a try leaves it untried', async () => {
    await testSent();
    const leased = await oneDue();
    await outbox.disable('hook_a', NOW, 'asked');
    expect(await outbox.tried(leased, REFUSED, NOW + 5)).toBe(true);
    expect(await outbox.delivery('hook_a', 'msg_1')).not.toHaveProperty('nextAt');
    expect(await outbox.resend('hook_a', 'msg_1', NOW)).toBe(false);
  });

  test('somebody who is not there is not disabled', async () => {
    expect(await outbox.disable('nothing', NOW, 'asked')).toBe(false);
    expect(await outbox.enable('nothing', NOW)).toBe(false);
  });
}

function looking(): void {
  beforeEach(async () => add());

  test('comes in pages, the latest first', async () => {
    for (let n = 0; n < 5; n += 1) await testSent(`msg_${n}`);
    const first = await outbox.deliveries('hook_a', { limit: 3 });
    expect(first.map(({ messageId }) => messageId)).toEqual(['msg_4', 'msg_3', 'msg_2']);
    const rest = await outbox.deliveries('hook_a', { limit: 3, before: first.at(-1)?.seq ?? 0 });
    expect(rest.map(({ messageId }) => messageId)).toEqual(['msg_1', 'msg_0']);
    expect(await outbox.deliveries('nothing', { limit: 3 })).toEqual([]);
  });

  test('is sent again on request, its tries counted anew, when it was settled', async () => {
    await testSent();
    expect(await outbox.resend('hook_a', 'msg_1', NOW)).toBe(false);
    await outbox.tried(await oneDue(), attempt());
    expect(await outbox.resend('hook_a', 'msg_1', NOW + 1)).toBe(true);
    expect(await outbox.resend('hook_a', 'nothing', NOW + 1)).toBe(false);
    expect(await oneDue(NOW + 1)).toMatchObject({ messageId: 'msg_1', tries: 0 });
    expect(await outbox.attempts('hook_a', 'msg_1')).toHaveLength(1);
  });

  test('is forgotten some time after it was settled, and nothing that waits is', async () => {
    for (const id of ['msg_1', 'msg_2', 'msg_3']) await testSent(id);
    const [first, second] = await due();
    if (first === undefined || second === undefined) throw new Error('nothing is due');
    await outbox.tried(first, attempt());
    await outbox.tried(second, attempt({ at: NOW + 5 }));
    expect(await outbox.forget(NOW + 5, 10)).toBe(1);
    expect(await outbox.forget(NOW + 9, 10)).toBe(1);
    expect(await outbox.attempts('hook_a', 'msg_1')).toEqual([]);
    const left = await outbox.deliveries('hook_a', { limit: 9 });
    expect(left.map(({ messageId }) => messageId)).toEqual(['msg_3']);
  });
}
