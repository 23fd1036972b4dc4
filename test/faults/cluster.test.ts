import { setTimeout as pause } from 'node:timers/promises';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { startPostgres, type PostgresServer } from '../support/postgres-server.ts';
import { startRedisCluster, type RedisCluster } from '../support/redis-cluster.ts';
import { Host } from './host.ts';
import { expectPromiseKept } from './promise.ts';
import { recovered } from './recovered.ts';
import { newPlace, openAt } from './stores.ts';

let cluster: RedisCluster;
let postgres: PostgresServer;
beforeAll(async () => {
  [cluster, postgres] = await Promise.all([startRedisCluster(), startPostgres({ fsync: 'off' })]);
}, 60_000);
afterAll(async () => {
  await Promise.all([cluster.stop(), postgres.stop()]);
});

test('slots moved to another node, under load', async () => {
  const place = await newPlace(postgres, cluster.url);
  const engine = await openAt(place);
  const host = new Host(engine);
  const stop = host.load(0);
  const [from, to] = cluster.nodes;
  if (!from || !to) throw new Error('a cluster of three was started');
  const sealed = async (): Promise<string[]> => from.client.keys(`${place.prefix}*seal`);
  await expect.poll(sealed, { timeout: 20_000 }).not.toEqual([]);
  const seals = await sealed();
  for (const key of seals.slice(0, 8)) await moveSlot(await from.client.cluster('KEYSLOT', key));
  await stop();
  // A slot that moves is followed, not waited for.
  expect(host.answers.filter(({ decision }) => decision.degraded !== undefined)).toEqual([]);
  await expectPromiseKept([host], place, engine);
  await engine.close();

  async function moveSlot(slot: number): Promise<void> {
    if (!from || !to) return;
    const [fromId, toId] = [await from.client.cluster('MYID'), await to.client.cluster('MYID')];
    await to.client.cluster('SETSLOT', slot, 'IMPORTING', fromId);
    await from.client.cluster('SETSLOT', slot, 'MIGRATING', toId);
    for (;;) {
      const [key] = await from.client.cluster('GETKEYSINSLOT', slot, 1);
      if (key === undefined) break;
      await from.client.migrate('127.0.0.1', to.port, key, 0, 1000);
      await pause(2);
    }
    await to.client.cluster('SETSLOT', slot, 'NODE', toId);
    await from.client.cluster('SETSLOT', slot, 'NODE', toId);
  }
}, 60_000);

test('a node lost under load, back with nothing', async () => {
  const place = await newPlace(postgres, cluster.url);
  const engine = await openAt(place);
  const host = new Host(engine);
  const stop = host.load(0);
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
}, 60_000);
