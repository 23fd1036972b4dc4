import { setTimeout as pause } from 'node:timers/promises';
import { openDoubletake } from 'doubletake';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { Host } from './host.ts';
import { expectPromiseKept } from './promise.ts';
import { recovered } from './recovered.ts';
import { NOW } from './referrals.ts';
import { KEYS, networkTo, openAt, startServers, type Servers } from './stores.ts';

let servers: Servers;
beforeAll(async () => {
  servers = await startServers();
});
afterAll(async () => servers.stop());

test('Redis emptied again and again, under load', async () => {
  const place = await servers.place();
  const engine = await openAt(place);
  const host = new Host(engine);
  const stop = await host.load(0);
  for (let time = 0; time < 5; time += 1) {
    await pause(200);
    await servers.redis.client.flushall();
  }
  const reached = await stop();
  await recovered(host, reached);
  await expectPromiseKept([host], place, engine);
  await engine.close();
});

test('Redis without its scripts, again and again, under load', async () => {
  const place = await servers.place();
  const engine = await openAt(place);
  const host = new Host(engine);
  const stop = await host.load(0);
  for (let time = 0; time < 20; time += 1) {
    await pause(50);
    await servers.redis.client.script('FLUSH');
  }
  await stop();
  // Nobody noticed.
  expect(host.answers.filter(({ decision }) => decision.degraded !== undefined)).toEqual([]);
  await expectPromiseKept([host], place, engine);
  await engine.close();
});

const FLAWS = [
  { note: 'emptied', flaw: async () => void (await servers.redis.client.flushall()) },
  { note: 'emptied before anybody looked', atStart: true, flaw: async () => {} },
  { note: 'that missed events', flaw: async () => {} },
];

test.each(FLAWS)('a graph $note is not asked before it caught up', async ({ flaw, atStart }) => {
  const place = await servers.place();
  const network = await networkTo(place);
  if (atStart) await network.redis.set('refuse');
  const engine = await openAt(network.far);
  const host = new Host(engine);
  const referrals = [0, 1, 2, 3, 4, 5, 6];
  if (!atStart) for (const n of referrals.slice(0, 3)) await host.tell(n);
  await network.redis.set('refuse');
  await Promise.all(referrals.map(async (n) => host.tell(n)));
  await flaw();
  await network.redis.set('pass');
  // The very first words after it is back.
  const first = await untilSound(async () => engine.screen('rew-6-link'));

  const model = await openDoubletake({ keys: KEYS, clock: () => NOW });
  const other = new Host(model);
  for (const n of referrals) await other.tell(n);
  const expected = await model.screen('rew-6-link');
  expect(first?.contributions).toEqual(expected?.contributions);
  expect(first?.outcome).toBe(expected?.outcome);
  await expectPromiseKept([host], place, engine);
  await Promise.all([engine.close(), network.stop()]);
});

/** Asks until the answer is no stand-in. */
async function untilSound<Answer extends { readonly degraded?: string } | undefined>(
  ask: () => Promise<Answer>,
): Promise<Answer> {
  for (;;) {
    const answer = await ask();
    if (answer?.degraded === undefined) return answer;
    await pause(50);
  }
}
