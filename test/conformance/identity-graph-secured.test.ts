import { redisIdentityGraph } from '@doubletake/graph';
import type { IdentityGraph } from '@doubletake/scoring';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { startAuthority, type Authority } from '../support/certificates.ts';
import { PATIENT } from '../support/patient.ts';
import { startRedisCluster, type RedisCluster } from '../support/redis-cluster.ts';
import { letIn, RIGHTS } from '../support/redis-rights.ts';
import type { RedisServer } from '../support/redis-server.ts';
import { CLUSTER_OVER_TLS, startRedisOverTls } from '../support/redis-tls.ts';
import { identityGraphAgreement } from './identity-graph-agreement.ts';
import { identityGraphConformance } from './identity-graph.ts';

const NAME = 'secured-';

let authority: Authority;
beforeAll(() => {
  authority = startAuthority();
});
afterAll(() => authority.close());

let graphs = 0;
const over = (url: string): IdentityGraph =>
  redisIdentityGraph({
    url,
    prefix: `${NAME}${(graphs += 1)}:`,
    tls: { ca: authority.cert },
    ...PATIENT,
  });

/** Whom servers turned away, and for what. */
const turnedAway = async (servers: readonly RedisServer[]): Promise<unknown> =>
  Promise.all(servers.map(async ({ client }) => client.call('ACL', 'LOG')));

describe('over TLS, in a database of its number, with the rights the README tells and no more', () => {
  let server: RedisServer;
  let url = '';
  beforeAll(async () => {
    server = await startRedisOverTls(authority);
    url = `${await letIn(server, NAME, RIGHTS.server)}/3`;
  });
  afterAll(async () => server.stop());
  identityGraphConformance('Redis', () => over(url));
  identityGraphAgreement('Redis', () => over(url), 30);

  test('nothing was asked for that needs more, nor written elsewhere', async () => {
    expect(await turnedAway([server])).toEqual([[]]);
    const { client } = server;
    expect(await client.info('keyspace')).toMatch(/^# Keyspace\r\ndb3:\S+\r\n$/u);
  });
});

describe('a cluster over TLS, known by names, with the rights the README tells and no more', () => {
  let cluster: RedisCluster;
  let url = '';
  beforeAll(async () => {
    cluster = await startRedisCluster(3, async (...settings) =>
      startRedisOverTls(authority, ...settings, ...CLUSTER_OVER_TLS),
    );
    const urls = cluster.nodes.map(async (node) => letIn(node, NAME, RIGHTS.node));
    url = (await Promise.all(urls)).join(',');
  });
  afterAll(async () => cluster.stop());
  identityGraphConformance('Redis Cluster', () => over(url));
  identityGraphAgreement('Redis Cluster', () => over(url), 10);

  test('nothing was asked for that needs more', async () => {
    expect(await turnedAway(cluster.nodes)).toEqual([[], [], []]);
  });
});
