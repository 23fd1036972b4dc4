import type { ReviewedLedger } from '@doubletake/ledger';
import type {
  DueDelivery,
  Leasing,
  Outbox,
  WebhookAttempt,
  WebhookEndpoint,
} from '@doubletake/scoring';
import { beforeEach, describe, expect, test } from 'vitest';
import { ENDPOINT, tellingTests } from './outbox-telling.ts';
import { MINUTE, NOW, openCase } from './review-values.ts';

/** Gives an empty ledger that nobody else uses. */
type MakeLedger = () => ReviewedLedger | Promise<ReviewedLedger>;

const LEASE = MINUTE;

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
    describe('what is told', () => tellingTests(() => ledger));
    describe('sending', sending);
    describe('disabling', disabling);
    describe('what was sent', looking);
  });
}

const add = (more: Partial<WebhookEndpoint> = {}) => outbox.addEndpoint({ ...ENDPOINT, ...more });
const due = (at = NOW, more: Partial<Leasing> = {}) =>
  outbox.due(at, { limit: 10, leaseFor: LEASE, ...more });
const attempt = (more: Partial<WebhookAttempt> = {}): WebhookAttempt => ({
  at: NOW,
  outcome: 'delivered',
  status: 200,
  milliseconds: 5,
  ...more,
});
const REFUSED = attempt({ outcome: 'refused', status: 500 });

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

function sending(): void {
  beforeEach(async () => add());

  test('what waits for one endpoint keeps nothing back that is for another', async () => {
    await add({ endpointId: 'hook_b' });
    for (const n of [1, 2, 3]) await testSent(`msg_${n}`, NOW);
    expect(await outbox.test('hook_b', 'msg_4', NOW + 1)).toBe(true);
    const one = await due(NOW + 1, { limit: 2, except: ['hook_b'] });
    expect(one.map(({ messageId }) => messageId)).toEqual(['msg_1', 'msg_2']);
    const both = await due(NOW + 1, { limit: 2 });
    expect(both.map(({ messageId }) => messageId)).toEqual(['msg_3', 'msg_4']);
  });

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
    const given = await Promise.all([1, 2, 3, 4].map(() => due(NOW, { limit: 4 })));
    const ids = given.flat().map(({ messageId }) => messageId);
    expect(new Set(ids).size).toBe(ids.length);
    const rest = (await due(NOW, { limit: 20 })).map(({ messageId }) => messageId);
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

  test.each([
    ['gone', [{ at: NOW, actor: 'doubletake', action: 'webhook.gone', details: {} }]],
    // Whoever asked is written down by where they asked.
    ['asked', []],
  ] as const)('because %s is in the audit trail once', async (because, entries) => {
    const { audit } = ledger;
    expect(await outbox.disable('hook_a', NOW, because)).toBe(true);
    expect(await outbox.disable('hook_a', NOW + 1, because)).toBe(false);
    const subject = 'webhook:hook_a';
    expect(await audit.entries({ subject })).toMatchObject(entries);
    expect(await audit.verify()).toMatchObject({ ok: true });
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
