import type { ChildProcess } from 'node:child_process';
import type { OpenDoubletake } from 'doubletake';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { Host } from './host.ts';
import { runHostProcess } from './host-processes.ts';
import { referralEvents } from './referrals.ts';
import { networkTo, openAt, startServers, type Place, type Servers } from './stores.ts';

/** More than are followed step by step. */
const REFERRALS = 150;

let servers: Servers;
beforeAll(async () => {
  servers = await startServers();
});
afterAll(async () => servers.stop());

/** An engine on a place where much was recorded. */
async function openTold(place: Place): Promise<OpenDoubletake> {
  const engine = await openAt(place);
  await engine.recordMany(Array.from({ length: REFERRALS }, (_, n) => referralEvents(n)).flat());
  return engine;
}

/** How many records somebody tries to write into Redis during some work: each is compared with what was read first. */
async function tried(work: () => Promise<unknown>): Promise<number> {
  const { client } = servers.redis;
  await client.config('RESETSTAT');
  await work();
  return Number(/cmdstat_getrange:calls=(\d+)/u.exec(await client.info('commandstats'))?.[1] ?? 0);
}

/** Asks until the answer is no stand-in. */
async function untilSound(engine: OpenDoubletake): Promise<void> {
  const asked = async (): Promise<unknown> => (await engine.screen('rew-1-link'))?.degraded;
  await expect.poll(asked).toBeUndefined();
}

test('engines that meet an empty graph fill it once', async () => {
  const place = await servers.place();
  const network = await networkTo(place);
  const engine = await openTold(network.far);
  const { graph } = engine.parts;
  const others = await Promise.all([openAt(network.far), openAt(network.far)]);
  const whole = await graph.stats();
  await graph.clear();
  const once = await tried(async () => untilSound(engine));
  await graph.clear();
  // Slow enough that all of them meet it empty.
  await network.redis.set({ latency: 300 });
  const together = await tried(async () => Promise.all([engine, ...others].map(untilSound)));
  await network.redis.set('pass');
  expect(together).toBeLessThan(1.5 * once);
  expect(await graph.stats()).toEqual(whole);
  await Promise.all([engine, ...others].map(async (each) => each.close()));
  await network.stop();
});

test('one that waits takes over from one that is killed over it', async () => {
  const place = await servers.place();
  const network = await networkTo(place);
  const engine = await openTold(place);
  const { graph } = engine.parts;
  const whole = await graph.stats();
  await graph.clear();
  await network.redis.set({ latency: 300 });
  const holders = async (): Promise<string[]> => servers.redis.client.keys(`${place.prefix}{*}t*`);
  const filling = async (child: ChildProcess): Promise<void> => {
    await expect.poll(holders, { timeout: 60_000 }).not.toEqual([]);
    const waiting = engine.screen('rew-1-link');
    expect(await graph.cursor()).toBe(0);
    child.kill('SIGKILL');
    await waiting;
  };
  let watched: Promise<void> | undefined;
  const errand = {
    from: REFERRALS,
    onStart: (child: ChildProcess) => (watched = filling(child)),
  };
  expect(await runHostProcess(network.far, new Host(engine), errand)).toEqual([null, 'SIGKILL']);
  await watched;
  await untilSound(engine);
  expect(await graph.stats()).toEqual(whole);
  await Promise.all([engine.close(), network.stop()]);
});
