import { expect } from 'vitest';
import type { RedisCluster } from './redis-cluster.ts';
import { startRedis, type RedisServer } from './redis-server.ts';

/** A copy of a Redis server that a test lets fall behind and take over. */
export interface RedisReplica extends RedisServer {
  /** Waits until it has all that its master has. */
  readonly catchUp: () => Promise<void>;
  /** Its master goes on without it: it is no longer let in. */
  readonly cutOff: () => Promise<void>;
}

/** Starts a replica of a server. */
export async function startReplica(master: RedisServer): Promise<RedisReplica> {
  await master.client.config('SET', 'repl-diskless-sync-delay', '0');
  return replicaOf(master, await startRedis('--replicaof', '127.0.0.1', String(master.port)));
}

/** Starts a replica of a node of a cluster, and waits until every node has heard of it. */
export async function startNodeReplica(
  { nodes }: RedisCluster,
  master: RedisServer,
): Promise<RedisReplica> {
  await master.client.config('SET', 'repl-diskless-sync-delay', '0');
  const replica = await startRedis('--cluster-enabled', 'yes', '--cluster-node-timeout', '2000');
  await replica.client.cluster('MEET', '127.0.0.1', master.port);
  const id = await master.client.cluster('MYID');
  await expect.poll(async () => replica.client.cluster('REPLICATE', id).catch(String)).toBe('OK');
  for (const { client } of [...nodes, replica])
    await expect
      .poll(async () => client.cluster('NODES'))
      .toMatch(new RegExp(String.raw`:${replica.port}@\S* \S*slave `));
  return replicaOf(master, replica);
}

function replicaOf(master: RedisServer, server: RedisServer): RedisReplica {
  const { client } = server;
  const state = async (): Promise<string> => client.info('replication');
  return {
    ...server,
    catchUp: async () => {
      await expect
        .poll(
          async () =>
            (await reached(server, 'slave_repl_offset')) ===
            (await reached(master, 'master_repl_offset')),
        )
        .toBe(true);
      expect(await state()).toContain('link_status:up');
    },
    cutOff: async () => {
      await client.config('SET', 'masterauth', 'wrong');
      await client.call('CLIENT', 'KILL', 'TYPE', 'master');
      await expect.poll(state).toContain('link_status:down');
    },
  };
}

/** How far a server has come. Not by WAIT, which asks for what its own connection wrote, and ours writes nothing. */
async function reached({ client }: RedisServer, name: string): Promise<string | undefined> {
  return new RegExp(`^${name}:(\\d+)`, 'm').exec(await client.info('replication'))?.[1];
}
