import { setTimeout as pause } from 'node:timers/promises';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { startPostgres, type PostgresServer } from '../support/postgres-server.ts';
import { startRedisCluster, type RedisCluster } from '../support/redis-cluster.ts';
import { startNodeReplica } from '../support/redis-replica.ts';
import { Host } from './host.ts';
import { expectPromiseKept } from './promise.ts';
import { recovered } from './recovered.ts';
import { newPlace, openAt, type Place } from './stores.ts';

let cluster: RedisCluster;
let postgres: PostgresServer;
beforeAll(async () => {
  [cluster, postgres] = await Promise.all([startRedisCluster(), startPostgres({ fsync: 'off' })]);
});
afterAll(async () => {
  await Promise.all([cluster.stop(), postgres.stop()]);
});

test('slots moved to another node, under load', async () => {
  const place = await newPlace(postgres, cluster.url);
  const engine = await openAt(place);
  const host = new Host(engine);
  const stop = await host.load(0);
  await moveSome(cluster, place);
  await stop();
  // A slot that moves is followed, not waited for.
  expect(host.answers.filter(({ decision }) => decision.degraded !== undefined)).toEqual([]);
  await expectPromiseKept([host], place, engine);
  await engine.close();
});

test('slots moved while a third node gives way to its replica, under load', async () => {
  const own = await startRedisCluster();
  const [, , master] = own.nodes;
  if (!master) throw new Error('a cluster of three was started');
  const replica = await startNodeReplica(own, master);
  const place = await newPlace(postgres, own.url);
  const engine = await openAt(place);
  const host = new Host(engine);
  const stop = await host.load(0);
  const moved = moveSome(own, place);
  await pause(300);
  await replica.cutOff();
  await pause(300);
  await master.kill();
  await replica.client.cluster('FAILOVER', 'TAKEOVER');
  await moved;
  const reached = await stop();
  await recovered(host, reached);
  await expectPromiseKept([host], place, engine);
  await Promise.all([engine.close(), own.stop(), replica.stop()]);
});

test('a node lost under load, back with nothing', async () => {
  const place = await newPlace(postgres, cluster.url);
  const engine = await openAt(place);
  const host = new Host(engine);
  const stop = await host.load(0);
  await pause(500);
  await cluster.nodes[2]?.kill();
  const reached = await pause(1500).then(stop);
  expect(await host.tell(reached)).toBe(true);
  // A pair whose values lie elsewhere may still be decided; one that cannot be seen whole is held.
  const degraded = host.answers.flatMap(({ decision }) => (decision.degraded ? decision : []));
  expect(degraded).not.toEqual([]);
  expect(degraded.filter(({ outcome }) => outcome !== 'hold')).toEqual([]);
  await cluster.nodes[2]?.restart();
  await recovered(host, reached + 1);
  await expectPromiseKept([host], place, engine);
  await engine.close();
});

/** Moves some of the slots that a place uses from the first node to the second. */
async function moveSome({ nodes: [from, to] }: RedisCluster, { prefix }: Place): Promise<void> {
  if (!from || !to) throw new Error('a cluster of three was started');
  const sealed = async (): Promise<string[]> => from.client.keys(`${prefix}*seal`);
  await expect.poll(sealed).not.toEqual([]);
  const [fromId, toId] = [await from.client.cluster('MYID'), await to.client.cluster('MYID')];
  for (const seal of (await sealed()).slice(0, 8)) {
    const slot = await from.client.cluster('KEYSLOT', seal);
    await to.client.cluster('SETSLOT', slot, 'IMPORTING', fromId);
    await from.client.cluster('SETSLOT', slot, 'MIGRATING', toId);
    for (;;) {
      const [key] = await from.client.cluster('GETKEYSINSLOT', slot, 1);
      if (key === undefined) break;
      await from.client.migrate('127.0.0.1', to.port, key, 0, 20_000);
      await pause(2);
    }
    await to.client.cluster('SETSLOT', slot, 'NODE', toId);
    await from.client.cluster('SETSLOT', slot, 'NODE', toId);
  }
}
