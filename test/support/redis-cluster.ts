import { setTimeout as sleep } from 'node:timers/promises';
import { startRedis, type RedisServer } from './redis-server.ts';

const SLOTS = 16_384;

/** A Redis Cluster of this test run's own. */
export interface RedisCluster {
  readonly url: string;
  readonly nodes: readonly RedisServer[];
  readonly stop: () => Promise<void>;
}

/** Starts a cluster of masters with equal shares of the slots, and waits until every node agrees that it stands. */
export async function startRedisCluster(size = 3, start = startRedis): Promise<RedisCluster> {
  const settings = ['--cluster-enabled', 'yes', '--cluster-node-timeout', '2000'];
  const nodes = await Promise.all(Array.from({ length: size }, async () => start(...settings)));
  const [first] = nodes;
  await Promise.all(
    nodes.map(async ({ client }, index) => {
      const from = Math.ceil((index * SLOTS) / size);
      const to = Math.ceil(((index + 1) * SLOTS) / size) - 1;
      await client.cluster('ADDSLOTSRANGE', from, to);
      if (first && index > 0) await client.cluster('MEET', '127.0.0.1', first.port);
    }),
  );
  await Promise.all(nodes.map(async (node) => untilReady(node, size)));
  return {
    url: nodes.map(({ url }) => url).join(','),
    nodes,
    stop: async () => {
      await Promise.all(nodes.map(async (node) => node.stop()));
    },
  };
}

async function untilReady({ client }: RedisServer, size: number): Promise<void> {
  for (;;) {
    const info = await client.cluster('INFO');
    if (/cluster_state:ok/.test(info) && info.includes(`cluster_size:${size}`)) return;
    await sleep(20);
  }
}
