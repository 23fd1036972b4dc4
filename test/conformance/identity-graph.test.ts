import { memoryIdentityGraph, redisIdentityGraph } from '@doubletake/graph';
import { afterAll, beforeAll, describe } from 'vitest';
import { startRedisCluster, type RedisCluster } from '../support/redis-cluster.ts';
import { startRedis, type RedisServer } from '../support/redis-server.ts';
import { identityGraphConformance } from './identity-graph.ts';

let graphs = 0;
const fresh = (): string => `conformance-${(graphs += 1)}:`;

identityGraphConformance('in memory', memoryIdentityGraph);

describe('on Redis', () => {
  let server: RedisServer;
  beforeAll(async () => {
    server = await startRedis();
  });
  afterAll(async () => server.stop());
  identityGraphConformance('Redis', () => redisIdentityGraph({ url: server.url, prefix: fresh() }));
});

describe('on a cluster of three nodes', () => {
  let cluster: RedisCluster;
  beforeAll(async () => {
    cluster = await startRedisCluster();
  });
  afterAll(async () => cluster.stop());
  identityGraphConformance('Redis Cluster', () =>
    redisIdentityGraph({ url: cluster.url, prefix: fresh() }),
  );
});
