import { setTimeout as sleep } from 'node:timers/promises';
import { GraphError, redisIdentityGraph } from '@doubletake/graph';
import type { IdentityGraph } from '@doubletake/scoring';
import { afterAll, beforeAll, describe, expect, onTestFinished, test } from 'vitest';
import { erased, observed, pairOn, token } from '../conformance/graph-values.ts';
import { startAuthority } from '../support/certificates.ts';
import { PATIENT } from '../support/patient.ts';
import { startRedisCluster, type RedisCluster } from '../support/redis-cluster.ts';
import { letIn, RIGHTS } from '../support/redis-rights.ts';
import { startRedis, type RedisServer } from '../support/redis-server.ts';
import { CLUSTER_OVER_TLS, startRedisOverTls } from '../support/redis-tls.ts';

let server: RedisServer;
let cluster: RedisCluster;
beforeAll(async () => {
  [server, cluster] = await Promise.all([startRedis(), startRedisCluster()]);
});
afterAll(async () => {
  await Promise.all([server.stop(), cluster.stop()]);
});

let accounts = 0;
const newName = (): string => `account-${(accounts += 1)}:`;

/** Everything a graph is asked to do; each server has lost its scripts. */
async function journey(graph: IdentityGraph, servers: readonly RedisServer[]): Promise<void> {
  await Promise.all(servers.map(async ({ client }) => client.script('FLUSH')));
  const tokens = [token(1), token(2, 'phone')];
  await graph.cursor();
  await graph.alone(async () => graph.clear());
  await graph.project([observed(1, tokens), observed(2, tokens)]);
  await graph.advance(1);
  await graph.gather(pairOn(1, [1, tokens], [2, tokens]), 1);
  await graph.sweep(['AAAAAAAAAAA']);
  await graph.project([erased(1, tokens), erased(2, tokens)]);
  await graph.dropKey('k1');
  await graph.stats();
}

const without = (rights: readonly string[], right: string): string[] =>
  rights.filter((each) => each !== right);

const commands = (rights: readonly string[]): string[] =>
  rights.filter((each) => each.startsWith('+'));

const REFUSED: unknown = expect.stringMatching(
  /^redis at \S+.* `?(NOPERM|ERR) .*(can't run|permission)/u,
);

describe('rights the README tells', () => {
  test('are enough', async () => {
    const name = newName();
    const url = await letIn(server, name, RIGHTS.server);
    const graph = redisIdentityGraph({ url: `${url}/1`, prefix: name, ...PATIENT });
    await journey(graph, [server]);
    await graph.close();
  });

  test.each(commands(RIGHTS.server))(
    '%s is one of them: without it a refusal says so',
    async (right) => {
      const name = newName();
      const url = await letIn(server, name, without(RIGHTS.server, right));
      const graph = redisIdentityGraph({ url: `${url}/1`, prefix: name, ...PATIENT });
      const refusal: unknown = await journey(graph, [server]).catch((error: unknown) => error);
      expect(refusal).toBeInstanceOf(GraphError);
      expect(refusal).toMatchObject({ message: REFUSED });
      expect(String(refusal)).not.toContain('p@ss');
      // Nothing is lost that a grant would not mend.
      await letIn(server, name, RIGHTS.server);
      const again = async (): Promise<unknown> => journey(graph, [server]).catch(String);
      await expect.poll(again).toBeUndefined();
      const { client } = server;
      expect(await client.keys(`${name}*`)).toEqual([]);
      await graph.close();
    },
  );

  test.each(commands(RIGHTS.node))('%s is one of those for a node', async (right) => {
    // Used while slots move, and for a name that a cluster does without.
    const unused = new Set(['+select', '+asking', '+client|setname']);
    const name = newName();
    const letAll = async (rights: readonly string[]): Promise<string> =>
      (await Promise.all(cluster.nodes.map(async (node) => letIn(node, name, rights)))).join(',');
    const url = await letAll(without(RIGHTS.node, right));
    const graph = redisIdentityGraph({ url, prefix: name, ...PATIENT });
    const refusal: unknown = await journey(graph, cluster.nodes).catch((error: unknown) => error);
    expect(refusal).toEqual(
      unused.has(right) ? undefined : expect.objectContaining({ message: REFUSED }),
    );
    await letAll(RIGHTS.node);
    const again = async (): Promise<unknown> => journey(graph, cluster.nodes).catch(String);
    await expect.poll(again).toBeUndefined();
    await graph.close();
  });
});

describe('a certificate that is not trusted', () => {
  const STAGES = [
    { note: 'one server', nodes: 0 },
    { note: 'a cluster', nodes: 3 },
  ];

  test.each(STAGES)(
    'is named by $note, and outlived wherever a connection stands',
    async ({ nodes }) => {
      const authority = startAuthority();
      onTestFinished(authority.close);
      const start = async (...settings: readonly string[]): Promise<RedisServer> =>
        startRedisOverTls(authority, ...settings);
      const other =
        nodes === 0
          ? await start()
          : await startRedisCluster(nodes, async (...more) => start(...more, ...CLUSTER_OVER_TLS));
      onTestFinished(other.stop);
      const { url } = other;
      // The first in time, the others closed in the middle of shaking hands.
      for (let pause = 0; pause < 30; pause += 1) {
        const graph = redisIdentityGraph({ url });
        const refusal = graph.cursor().catch((error: unknown) => error);
        if (pause > 0) await sleep(pause);
        else
          expect(await refusal).toMatchObject({
            code: 'graph_unavailable',
            message: expect.stringMatching(
              /^redis at localhost:\d+ over TLS.* cannot be reached: SELF_SIGNED_CERT_IN_CHAIN$/u,
            ) as unknown,
          });
        await graph.close();
      }
      // An error that nobody heard would be told by now, as one that nobody caught.
      await sleep(500);
    },
  );
});
