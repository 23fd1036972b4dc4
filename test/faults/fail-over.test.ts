import { setTimeout as pause } from 'node:timers/promises';
import { redisIdentityGraph } from '@doubletake/graph';
import { openDoubletake, type Decision, type OpenDoubletake } from 'doubletake';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { PATIENT } from '../support/patient.ts';
import { startPostgres, type PostgresServer } from '../support/postgres-server.ts';
import { startRedisCluster } from '../support/redis-cluster.ts';
import { startNodeReplica, startReplica } from '../support/redis-replica.ts';
import { startRedis } from '../support/redis-server.ts';
import { Host } from './host.ts';
import { expectPromiseKept } from './promise.ts';
import { NOW } from './referrals.ts';
import { KEYS, networkTo, newPlace, openAt } from './stores.ts';

let postgres: PostgresServer;
beforeAll(async () => {
  postgres = await startPostgres({ fsync: 'off' });
});
afterAll(async () => postgres.stop());

test('a replica that takes over without the last writes is brought up to the ledger before it is asked', async () => {
  const master = await startRedis();
  const replica = await startReplica(master);
  const place = await newPlace(postgres, master.url);
  const network = await networkTo(place);
  const engine = await openAt(network.far);
  const host = new Host(engine);
  await tell(host, 0, 3);
  await replica.catchUp();
  await replica.cutOff();
  await tell(host, 3, 7);
  await network.redis.set('refuse');
  await master.kill();
  await replica.client.replicaof('NO', 'ONE');
  network.redis.lead(replica.port);
  await network.redis.set('pass');
  await expectWhole(engine);
  await expectPromiseKept([host], place, engine);
  await Promise.all([engine.close(), network.stop(), master.stop(), replica.stop()]);
});

test('what an erasure took out is not back with a replica that never heard of it', async () => {
  const master = await startRedis();
  const replica = await startReplica(master);
  const place = await newPlace(postgres, master.url);
  const network = await networkTo(place);
  const engine = await openAt(network.far);
  const host = new Host(engine);
  await tell(host, 0, 3);
  await replica.catchUp();
  await replica.cutOff();
  expect(await engine.record(erased('friend-1'))).toMatchObject({ outcome: 'recorded' });
  await tell(host, 3, 5);
  const { graph } = engine.parts;
  const whole = await graph.stats();
  const held = redisIdentityGraph({ url: replica.url, prefix: place.prefix, ...PATIENT });
  await held.cursor();
  expect((await held.stats()).accounts).toBe(5);
  await network.redis.set('refuse');
  await master.kill();
  await replica.client.replicaof('NO', 'ONE');
  network.redis.lead(replica.port);
  await network.redis.set('pass');
  await expectFound(engine, 'rew-4-link');
  expect(await graph.stats()).toEqual(whole);
  await Promise.all([held.close(), engine.close(), network.stop(), master.stop(), replica.stop()]);
});

test('nor with one that takes over while the erasure is being written down', async () => {
  const master = await startRedis();
  const replica = await startReplica(master);
  const place = await newPlace(postgres, master.url);
  const network = await networkTo(place);
  const engine = await openAt(network.far);
  const host = new Host(engine);
  await tell(host, 0, 3);
  await replica.catchUp();
  await replica.cutOff();
  const seen = redisIdentityGraph({ url: master.url, prefix: place.prefix, ...PATIENT });
  await seen.cursor();
  const accounts = async (): Promise<number> => (await seen.stats()).accounts;
  const before = await accounts();
  // Between the graph, which is told first, and the ledger.
  await network.postgres.set({ latency: 300 });
  const erasing = engine.record(erased('friend-1'));
  await expect.poll(accounts, { interval: 10 }).toBe(before - 1);
  await pause(100);
  await network.redis.set('refuse');
  await master.kill();
  await replica.client.replicaof('NO', 'ONE');
  network.redis.lead(replica.port);
  await network.redis.set('pass');
  expect(await erasing).toEqual({ outcome: 'recorded', id: 'gone' });
  await network.postgres.set('pass');
  await expectFound(engine, 'rew-2-link');
  const { graph } = engine.parts;
  await graph.cursor();
  expect((await graph.stats()).accounts).toBe(before - 1);
  await Promise.all([seen.close(), engine.close(), network.stop(), master.stop(), replica.stop()]);
});

test('so is one that takes over for a node of a cluster, though the others lost nothing', async () => {
  const cluster = await startRedisCluster();
  const [, , master] = cluster.nodes;
  if (!master) throw new Error('a cluster of three was started');
  const replica = await startNodeReplica(cluster, master);
  const place = await newPlace(postgres, cluster.url);
  const engine = await openAt(place);
  const host = new Host(engine);
  await tell(host, 0, 3);
  await replica.catchUp();
  await replica.cutOff();
  await tell(host, 3, 7);
  await master.kill();
  await replica.client.cluster('FAILOVER', 'TAKEOVER');
  await expectWhole(engine);
  await expectPromiseKept([host], place, engine);
  await Promise.all([engine.close(), cluster.stop(), replica.stop()]);
});

async function tell(host: Host, from: number, to: number): Promise<void> {
  for (let n = from; n < to; n += 1) expect(await host.tell(n)).toBe(true);
}

const erased = (accountId: string): object => ({
  id: 'gone',
  type: 'account.erased',
  at: new Date(NOW).toISOString(),
  accountId,
});

/** Waits for a decision that is no stand-in. */
async function expectFound(engine: OpenDoubletake, rewardId: string): Promise<void> {
  await expect.poll(async () => (await engine.screen(rewardId))?.degraded).toBeUndefined();
}

/** The first decision that is no stand-in is the one a process makes that lost nothing. */
async function expectWhole(engine: OpenDoubletake): Promise<void> {
  const model = await openDoubletake({ keys: KEYS, clock: () => NOW });
  await tell(new Host(model), 0, 7);
  const expected = await model.screen('rew-6-link');
  let first: Decision | undefined;
  await expect
    .poll(async () => (first = await engine.screen('rew-6-link'))?.degraded)
    .toBeUndefined();
  expect(first?.contributions).toEqual(expected?.contributions);
  expect(first?.outcome).toBe(expected?.outcome);
}
