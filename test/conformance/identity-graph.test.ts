import { memoryIdentityGraph, redisIdentityGraph } from '@doubletake/graph';
import type { IdentityGraph } from '@doubletake/scoring';
import { afterAll, beforeAll, describe } from 'vitest';
import { PATIENT } from '../support/patient.ts';
import { startRedisCluster, type RedisCluster } from '../support/redis-cluster.ts';
import { startRedis, type RedisServer } from '../support/redis-server.ts';
import { identityGraphAgreement } from './identity-graph-agreement.ts';
import { identityGraphConformance } from './identity-graph.ts';

let graphs = 0;
const fresh = (): string => `conformance-${(graphs += 1)}:`;

identityGraphConformance('in memory', memoryIdentityGraph);
identityGraphAgreement('in memory', memoryIdentityGraph);

describe('on Redis', () => {
  let server: RedisServer;
  beforeAll(async () => {
    server = await startRedis();
  });
  afterAll(async () => server.stop());
  const make = (): IdentityGraph =>
    redisIdentityGraph({ url: server.url, prefix: fresh(), ...PATIENT });
  identityGraphConformance('Redis', make);
  identityGraphAgreement('Redis', make);
});

describe('on a cluster of three nodes', () => {
  let cluster: RedisCluster;
  beforeAll(async () => {
    cluster = await startRedisCluster();
  });
  afterAll(async () => cluster.stop());
  const make = (): IdentityGraph =>
    redisIdentityGraph({ url: cluster.url, prefix: fresh(), ...PATIENT });
  identityGraphConformance('Redis Cluster', make);
  identityGraphAgreement('Redis Cluster', make, 30);
});
