import { GraphError, redisIdentityGraph } from '@doubletake/graph';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { observed, token } from '../conformance/graph-values.ts';
import { startPostgres, type PostgresServer } from '../support/postgres-server.ts';
import { startRedisCluster } from '../support/redis-cluster.ts';
import { startRedis, type RedisServer } from '../support/redis-server.ts';
import { HASTY, Host } from './host.ts';
import { expectHeld, expectPromiseKept } from './promise.ts';
import { recovered } from './recovered.ts';
import { networkTo, newPlace, openAt } from './stores.ts';

let postgres: PostgresServer;
beforeAll(async () => {
  postgres = await startPostgres({ fsync: 'off' });
});
afterAll(async () => postgres.stop());

/** A Redis, alone or a cluster, and what happens to it. */
interface Stage {
  readonly url: string;
  /** What it says from then on. */
  readonly says: string;
  readonly fail: () => Promise<void>;
  readonly heal: () => Promise<void>;
  readonly stop: () => Promise<void>;
}

/** A server that takes seconds to read what it saved, and speaks meanwhile. */
const startSlowly = async (...settings: readonly string[]): Promise<RedisServer> => {
  const slow = ['--key-load-delay', '300', '--loading-process-events-interval-bytes', '1024'];
  return startRedis(...slow, ...settings);
};

/** Has a server killed and started again, with much to read. */
async function readAgain(
  { client, kill, restart }: RedisServer,
  tag = '',
): Promise<{ readonly done: Promise<void> }> {
  const some = "for n = 1, 30000 do redis.call('SET', KEYS[1] .. n, n) end";
  await client.eval(some, 1, tag);
  await client.save();
  await kill();
  return { done: restart() };
}

async function readingServer(): Promise<Stage> {
  const server = await startSlowly();
  let read: Promise<void> | undefined;
  return {
    ...server,
    says: 'LOADING',
    fail: async () => {
      read = (await readAgain(server)).done;
    },
    heal: async () => read,
  };
}

async function readingNode(): Promise<Stage> {
  const cluster = await startRedisCluster(3, startSlowly);
  const [node] = cluster.nodes;
  if (!node) throw new Error('a cluster of three was started');
  let read: Promise<void> | undefined;
  return {
    ...cluster,
    says: '(CLUSTERDOWN|LOADING)',
    fail: async () => {
      // The slot of `{3560}` is 0, which the first node has.
      read = (await readAgain(node, '{3560}')).done;
    },
    heal: async () => read,
  };
}

async function uncoveredSlots(): Promise<Stage> {
  const cluster = await startRedisCluster();
  const [first] = cluster.nodes;
  const slots = [100, 101, 102];
  return {
    ...cluster,
    says: 'CLUSTERDOWN',
    fail: async () => {
      // Each node by itself: they tell each other who took a slot, and not that its owner gave it up.
      for (const { client } of cluster.nodes) await client.cluster('DELSLOTS', ...slots);
    },
    heal: async () => void (await first?.client.cluster('ADDSLOTS', ...slots)),
  };
}

/** A server that became the copy of one that is not there, while its name leads to yet another. */
async function copyOfNobody(): Promise<Stage> {
  const [old, next] = [await startRedis('--replica-serve-stale-data', 'no'), await startRedis()];
  const network = await networkTo({ redisUrl: old.url, databaseUrl: postgres.url, prefix: '' });
  return {
    url: network.far.redisUrl,
    says: '(MASTERDOWN|READONLY)',
    fail: async () => void (await old.client.replicaof('127.0.0.1', 1)),
    heal: async () => network.redis.lead(next.port),
    stop: async () => {
      await Promise.all([network.stop(), old.stop(), next.stop()]);
    },
  };
}

describe.each([
  { note: 'a server that is reading what it saved', open: readingServer },
  { note: 'a cluster, a node of which is reading what it saved', open: readingNode },
  { note: 'a cluster that has nobody for some slots', open: uncoveredSlots },
  { note: 'a server that is to copy one that is not there', open: copyOfNobody },
])('$note', ({ open }) => {
  test('is told as it is, in time; and asked again by itself once it answers', async () => {
    const stage = await open();
    const place = await newPlace(postgres, stage.url);
    const engine = await openAt(place, { timeout: HASTY });
    const host = new Host(engine);
    await host.tell(0);
    await host.ask(0);
    await stage.fail();
    const { graph } = engine.parts;
    const fresh = redisIdentityGraph({ url: place.redisUrl, prefix: place.prefix });
    const asked = [
      async () => graph.cursor(),
      async () => graph.project([observed(1, [token(1)])]),
      async () => fresh.cursor(),
    ];
    for (const ask of asked) {
      const refusal = async (): Promise<unknown> => ask().catch((error: unknown) => error);
      // A write is first told that the connection broke, and has to look.
      await expect
        .poll(refusal)
        .toMatchObject({ message: expect.stringMatching(stage.says) as unknown });
      expect(await refusal()).toBeInstanceOf(GraphError);
    }
    expect(await host.tell(1)).toBe(true);
    expectHeld(await host.ask(1), 'graph');
    await stage.heal();
    await recovered(host, 2);
    await expectPromiseKept([host], place, engine);
    await Promise.all([engine.close(), fresh.close()]);
    await stage.stop();
  });
});
