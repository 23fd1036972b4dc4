import { setTimeout as pause } from 'node:timers/promises';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { startPostgres, type PostgresServer } from '../support/postgres-server.ts';
import { startRedisCluster } from '../support/redis-cluster.ts';
import { startRedis } from '../support/redis-server.ts';
import { Host } from './host.ts';
import { expectPromiseKept } from './promise.ts';
import { recovered } from './recovered.ts';
import { newPlace, openAt } from './stores.ts';

let postgres: PostgresServer;
beforeAll(async () => {
  postgres = await startPostgres({ fsync: 'off' });
});
afterAll(async () => postgres.stop());

const STAGES = [
  {
    note: 'one server',
    open: async () => {
      const server = await startRedis();
      return { ...server, nodes: [server] };
    },
  },
  { note: 'a cluster', open: startRedisCluster },
];

test.each(STAGES)('connections to $note cut off again and again, under load', async ({ open }) => {
  const redis = await open();
  const place = await newPlace(postgres, redis.url);
  const engine = await openAt(place);
  const host = new Host(engine);
  const stop = await host.load(0);
  for (let time = 0; time < 30; time += 1) {
    await pause(50);
    for (const { client } of redis.nodes) await client.call('CLIENT', 'KILL', 'TYPE', 'normal');
  }
  const reached = await stop();
  expect(reached).toBeGreaterThan(0);
  await recovered(host, reached);
  await expectPromiseKept([host], place, engine);
  await engine.close();
  await redis.stop();
});
