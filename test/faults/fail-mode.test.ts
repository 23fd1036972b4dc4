import { cp, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { defaultRulesDir } from 'doubletake';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { review } from '../support/held-case.ts';
import { HELD_AT, told } from '../support/held-reward.ts';
import { Host } from './host.ts';
import { expectHeld, expectPromiseKept } from './promise.ts';
import { recovered } from './recovered.ts';
import { NOW } from './referrals.ts';
import { networkTo, openAt, startServers, type Servers } from './stores.ts';

const MINUTE = 60_000;

/** Nobody listens, or nobody did for so long that one was not waited for: on a busy machine that may come first. */
const AWAY: unknown = expect.stringMatching(/^graph_(unavailable|behind)$/u);

let servers: Servers;
/** The rules with a programme that would rather pay than wait. */
let rules: string;
beforeAll(async () => {
  servers = await startServers();
  rules = await mkdtemp(join(tmpdir(), 'rules-'));
  await cp(defaultRulesDir(), rules, { recursive: true });
  const file = join(rules, 'programmes', 'guest-credit.json');
  const text = await readFile(file, 'utf8');
  await writeFile(file, text.replace('{', '{ "failMode": "release",'));
});
afterAll(async () => {
  await servers.stop();
  await rm(rules, { recursive: true });
});

test('what was held for want of a store is decided once it is back, without being asked for', async () => {
  const place = await servers.place();
  const network = await networkTo(place);
  let now = NOW;
  const engine = await openAt(network.far, { clock: () => now });
  const host = new Host(engine);
  await host.tell(0);
  await network.redis.set('refuse');
  const held = await host.ask(0);
  expectHeld(held, 'graph');
  await network.redis.set('pass');
  now += 10 * MINUTE;
  await expect.poll(async () => (await engine.wake()).length).toBe(3);
  const last = await Promise.all(
    held.map(async ({ rewardId }) => (await engine.parts.ledger.decisionsOn(rewardId)).at(-1)),
  );
  expect(last.map((decision) => decision?.degraded)).toEqual([undefined, undefined, undefined]);
  await expectPromiseKept([host], place, engine);
  await Promise.all([engine.close(), network.stop()]);
});

test('a programme that pays without the graph says so, and still pays a side of an order once', async () => {
  const place = await servers.place();
  const network = await networkTo(place);
  const engine = await openAt(network.far, { rules });
  const host = new Host(engine);
  await host.tell(2);
  await network.redis.set('refuse');
  const decisions = await host.ask(2);
  expect(decisions.map(({ degraded }) => degraded)).toEqual(decisions.map(() => AWAY));
  expect(decisions.map(({ outcome }) => outcome)).toEqual(['release', 'block', 'release']);
  expect(decisions[1]?.reasons.map(({ code }) => code)).toEqual(['PAID_FOR_ORDER']);
  await network.redis.set('pass');
  await expect
    .poll(async () => (await host.ask(2, 'again')).filter(({ degraded }) => degraded))
    .toEqual([]);
  await expectPromiseKept([host], place, engine);
  await Promise.all([engine.close(), network.stop()]);
});

test('what a rule held or a person blocked is not paid for want of a graph, whatever a programme would rather risk', async () => {
  const place = await servers.place();
  const network = await networkTo(place);
  let now = HELD_AT;
  const engine = await openAt(network.far, { rules, clock: () => now });
  await engine.recordMany([...told(1), ...told(2)]);
  const held = await engine.screenMany(['r1', 'r2']);
  expect(held.map((decision) => decision?.action)).toEqual(['review', 'review']);
  const caseId = held[0]?.decisionId ?? '';
  const fraud = { outcome: 'block', reason: 'REVIEWED_SAME_PERSON', label: 'fraud' } as const;
  expect(await engine.decide(review(caseId, fraud))).toMatchObject({ ok: true });
  await network.redis.set('refuse');
  const waits = { outcome: 'hold', action: 'wait', degraded: AWAY };
  for (const rewardId of ['r1', 'r1', 'r2', 'r2'])
    expect(await engine.screen(rewardId)).toMatchObject(waits);
  now += MINUTE;
  const woken = (await engine.wake()).filter(({ stage }) => stage === 'review');
  expect(woken).toMatchObject([{ rewardId: 'r1', action: 'void', degraded: AWAY }]);
  expect(await engine.screen('r1')).toMatchObject({ outcome: 'block', action: 'void' });
  await network.redis.set('pass');
  await expect.poll(async () => (await engine.screen('r2'))?.degraded).toBeUndefined();
  expect(await engine.screen('r1')).toMatchObject({ outcome: 'block', action: 'void' });
  expect(await engine.screen('r2')).toMatchObject({ outcome: 'hold', action: 'review' });
  expect(await engine.parts.ledger.desk.find(caseId)).toMatchObject({ outcome: 'block' });
  await Promise.all([engine.close(), network.stop()]);
});

const undone = (n: number): object => ({
  id: `ord-${n}-back`,
  type: 'order.updated',
  orderId: `ord-${n}`,
  accountId: `friend-${n}`,
  at: new Date(NOW - 7 * 24 * 60 * MINUTE).toISOString(),
  status: 'refunded',
});

test.each([{ failMode: 'release' }, { failMode: 'hold' }])(
  'without the graph the terms are kept all the same, where the programme would $failMode',
  async ({ failMode }) => {
    const place = await servers.place();
    const network = await networkTo(place);
    const engine = await openAt(network.far, failMode === 'release' ? { rules } : {});
    const host = new Host(engine);
    await host.tell(4);
    await engine.record(undone(4));
    await network.redis.set('refuse');
    for (const { outcome, action, reasons, degraded } of await host.ask(4)) {
      expect({ outcome, action, degraded }).toEqual({
        outcome: 'block',
        action: 'void',
        degraded: AWAY,
      });
      expect(reasons.map(({ code }) => code)).toContain('ORDER_UNDONE');
    }
    await Promise.all([engine.close(), network.stop()]);
  },
);

test('without the ledger nothing is released, whatever a programme would rather risk', async () => {
  const place = await servers.place();
  const network = await networkTo(place);
  const engine = await openAt(network.far, { rules });
  const host = new Host(engine);
  await host.tell(6);
  await network.postgres.set('refuse');
  expectHeld(await host.ask(6), 'ledger');
  await network.postgres.set('pass');
  await recovered(host, 7);
  await expectPromiseKept([host], place, engine);
  await Promise.all([engine.close(), network.stop()]);
});
