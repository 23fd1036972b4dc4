import { openDoubletake, type Decision } from 'doubletake';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { PATIENT } from '../support/patient.ts';
import { Host } from './host.ts';
import { expectHeld, expectPromiseKept } from './promise.ts';
import { NOW } from './referrals.ts';
import { KEYS, networkTo, openAt, startServers, type Servers } from './stores.ts';

let servers: Servers;
beforeAll(async () => {
  servers = await startServers();
});
afterAll(async () => servers.stop());

/** What a single process decides that was told the same. */
async function decidedAlone(referrals: readonly number[], rewardId: string): Promise<unknown> {
  const model = await openDoubletake({ keys: KEYS, clock: () => NOW });
  const host = new Host(model);
  for (const n of referrals) await host.tell(n);
  return shown(await model.screen(rewardId));
}

const shown = (decision: Decision | undefined): unknown => ({
  contributions: decision?.contributions,
  outcome: decision?.outcome,
  degraded: decision?.degraded,
});

test('what another process recorded and could not project is seen before anything is decided', async () => {
  const place = await servers.place();
  const network = await networkTo(place);
  const [near, far] = await Promise.all([openAt(place), openAt(network.far)]);
  const [host, other] = [new Host(near), new Host(far)];
  await host.tell(0);
  await host.ask(0);
  await network.redis.set('refuse');
  const referrals = [1, 2, 3, 4, 5, 6];
  for (const n of referrals) expect(await other.tell(n)).toBe(true);
  expect(shown(await near.screen('rew-6-link'))).toEqual(
    await decidedAlone([0, ...referrals], 'rew-6-link'),
  );
  await expectPromiseKept([host, other], place, near);
  await Promise.all([near.close(), far.close(), network.stop()]);
});

test('a process that keeps the graph in its memory sees what another recorded', async () => {
  const place = await servers.place();
  const { databaseUrl } = place;
  const open = { databaseUrl, keys: KEYS, clock: () => NOW, database: PATIENT };
  const [one, another] = [await openDoubletake(open), await openDoubletake(open)];
  const host = new Host(another);
  await new Host(one).tell(0);
  const referrals = [0, 1, 2, 3];
  for (const n of referrals) await host.tell(n);
  expect(shown(await one.screen('rew-3-link'))).toEqual(
    await decidedAlone(referrals, 'rew-3-link'),
  );
  await Promise.all([one.close(), another.close()]);
});

test('a graph that cannot catch up decides nothing', async () => {
  const place = await servers.place();
  const network = await networkTo(place);
  const [near, far] = await Promise.all([openAt(place), openAt(network.far)]);
  const host = new Host(near);
  await host.tell(0);
  await network.redis.set('refuse');
  const other = new Host(far);
  await other.tell(1);
  // It can be read, and takes no writes.
  await servers.redis.client.config('SET', 'maxmemory', '1');
  expectHeld(await host.ask(1), 'graph');
  await servers.redis.client.config('SET', 'maxmemory', '0');
  await Promise.all([near.close(), far.close(), network.stop()]);
});

test('a screening asks each store as often as ever', async () => {
  const place = await servers.place();
  const engine = await openAt(place);
  const host = new Host(engine);
  await host.tell(0);
  await engine.screen('rew-0-link');
  const { client } = servers.redis;
  await client.config('RESETSTAT');
  await engine.screen('rew-0-link');
  const stats = await client.info('commandstats');
  const commands = [...stats.matchAll(/cmdstat_([a-z|]+):calls=([1-9]\d*)/gu)]
    .map(([, name, calls]) => `${name} ${calls}`)
    .filter((line) => !/^(config|info)/u.test(line));
  expect(commands).toEqual(['mget 1']);
  await engine.close();
});
