import { redisIdentityGraph } from '@doubletake/graph';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { PostgresServer } from '../support/postgres-server.ts';
import { freePort } from '../support/free-port.ts';
import { startRedisCluster } from '../support/redis-cluster.ts';
import { startRedis } from '../support/redis-server.ts';
import { Host } from './host.ts';
import { expectHeld, expectPromiseKept } from './promise.ts';
import { recovered } from './recovered.ts';
import { networkTo, openAt, query, startServers, type Servers } from './stores.ts';

let servers: Servers;
let postgres: PostgresServer;
beforeAll(async () => {
  servers = await startServers();
  ({ postgres } = servers);
});
afterAll(async () => {
  await servers.stop();
});

const withUser = (url: string, user: string): string => url.replace('redis://', `redis://${user}@`);

test('a Redis that refuses writes keeps nothing from being recorded, and holds what is asked', async () => {
  const place = await servers.place();
  const { client } = servers.redis;
  const { prefix } = place;
  const user = prefix.slice(0, -1);
  const allow = async (...what: readonly string[]): Promise<unknown> =>
    client.call('ACL', 'SETUSER', user, 'on', '>pw', '~*', '&*', ...what);
  await allow('+@all');
  const engine = await openAt({ ...place, redisUrl: withUser(place.redisUrl, `${user}:pw`) });
  const host = new Host(engine);
  expect(await host.tell(0)).toBe(true);
  await host.ask(0);
  await allow('-@write');
  expect(await host.tell(1)).toBe(true);
  const held = await host.ask(1);
  expectHeld(held, 'graph');
  expect(new Set(held.map(({ degraded }) => degraded))).toEqual(new Set(['graph_refused']));
  expect(await engine.wake()).toEqual([]);
  await expect(engine.parts.graph.clear()).rejects.toThrow(
    /^redis at 127\.0\.0\.1:\d+ refused with `NOPERM [^`]*permission[^`]*`$/u,
  );
  await (await openAt({ ...place, redisUrl: withUser(place.redisUrl, `${user}:pw`) })).close();
  expect(host.refusals).toEqual([]);
  await allow('+@all');
  await recovered(host, 2);
  await expectPromiseKept([host], place, engine);
  await engine.close();
});

test('a process whose Redis only reads since a fail-over goes to the one its name leads to', async () => {
  const [place, next] = [await servers.place(), await startRedis()];
  const old = await startRedis();
  const network = await networkTo({ ...place, redisUrl: old.url });
  const engine = await openAt({ ...network.far, databaseUrl: place.databaseUrl });
  const host = new Host(engine);
  await host.tell(0);
  await host.ask(0);
  network.redis.lead(next.port);
  await old.client.call('REPLICAOF', '127.0.0.1', String(next.port));
  await host.tell(1);
  await recovered(host, 2);
  expect(host.refusals).toEqual([]);
  expect(await next.client.dbsize()).toBeGreaterThan(0);
  await expectPromiseKept([host], place, engine);
  await engine.close();
  await Promise.all([network.stop(), old.stop(), next.stop()]);
});

test('what was opened before opening failed is closed, so that a process can end', async () => {
  const place = await servers.place();
  const { client } = servers.redis;
  await client.call('ACL', 'SETUSER', 'leaving', 'on', '>pw', '~*', '&*', '+@all');
  const open = async (): Promise<readonly unknown[]> => [
    ...String(await client.client('LIST')).matchAll(/user=leaving/gu),
    ...(await query(
      servers.postgres.url,
      `select 1 from pg_stat_activity where datname = '${new URL(place.databaseUrl).pathname.slice(1)}'`,
    )),
  ];
  await query(place.databaseUrl, 'alter table events rename to elsewhere');
  const far = { ...place, redisUrl: withUser(place.redisUrl, 'leaving:pw') };
  await expect(openAt(far)).rejects.toMatchObject({ code: '42P01' });
  // A pool lets go of what is idle by itself, after ten seconds.
  await expect.poll(open, { timeout: 5000 }).toEqual([]);
});

test('a node of a cluster is not taken for a server alone, whatever part of the keys it has', async () => {
  const cluster = await startRedisCluster();
  const place = await servers.place();
  // Listened to all at once: one that fails before its turn would be told as unheard.
  const refusals = await Promise.allSettled(
    cluster.nodes.map(async ({ url }) => openAt({ ...place, redisUrl: url })),
  );
  for (const refusal of refusals)
    expect(refusal).toMatchObject({
      reason: {
        code: 'graph_bad_option',
        message: expect.stringMatching(
          /is a node of a cluster: set the option `cluster`$/u,
        ) as unknown,
      },
    });
  await cluster.stop();
});

interface Row {
  readonly note: string;
  readonly url: () => string | Promise<string>;
  readonly cluster?: true;
  readonly code: string;
  readonly message: RegExp;
}

const portOf = (url: string): string => new URL(url).port;

const ROWS: readonly Row[] = [
  {
    note: 'nobody listens',
    url: async () => `redis://127.0.0.1:${await freePort()}`,
    code: 'graph_unavailable',
    message: /^redis at 127\.0\.0\.1:\d+ cannot be reached: ECONNREFUSED$/u,
  },
  {
    note: 'no cluster listens at an IPv6 address',
    url: async () => `redis://[::1]:${await freePort()}`,
    cluster: true,
    code: 'graph_unavailable',
    // Which of these is up to whether the machine has such addresses; it is none that could not be looked up.
    message: /cannot be reached: E(CONNREFUSED|ADDRNOTAVAIL|AFNOSUPPORT|NETUNREACH)$/u,
  },
  {
    note: 'the password is wrong',
    url: () => withUser(servers.redis.url, 'nobody:wrong-word'),
    code: 'graph_unavailable',
    message: /cannot be reached: WRONGPASS /u,
  },
  {
    note: 'a name that resolves to nothing',
    url: () => 'redis://nowhere.invalid:6379',
    code: 'graph_unavailable',
    message: /^redis at nowhere\.invalid:6379 cannot be reached: (ENOTFOUND|EAI_AGAIN)$/u,
  },
  {
    note: 'another server listens there',
    url: () => `redis://127.0.0.1:${portOf(postgres.url)}`,
    code: 'graph_unavailable',
    message: /cannot be reached: (it closes the connection|ECONNRESET)$/u,
  },
  {
    note: 'TLS is spoken to a plain server',
    url: () => servers.redis.url.replace('redis://', 'rediss://'),
    code: 'graph_unavailable',
    message: /^redis at 127\.0\.0\.1:\d+ over TLS cannot be reached: ETIMEDOUT$/u,
  },
  {
    note: 'the server has no such database',
    url: () => `${servers.redis.url}/99`,
    code: 'graph_bad_option',
    message: /has no database of the number in its URL$/u,
  },
];

test.each(ROWS)('where $note, the graph says so and to whom it spoke', async (row) => {
  const { client } = servers.redis;
  const url = await row.url();
  const { cluster = false } = row;
  const graph = redisIdentityGraph({ url, cluster, prefix: 'refused:', timeout: 3000 });
  for (const ask of [async () => graph.cursor(), async () => graph.advance(1)]) {
    const error: unknown = await ask().then(
      () => undefined,
      (thrown: unknown) => thrown,
    );
    expect(error).toMatchObject({ code: row.code });
    expect(error instanceof Error && error.message).toMatch(row.message);
    expect(String(error)).not.toContain('wrong-word');
    expect(String(error)).toContain(new URL(url).host);
  }
  expect(await client.keys('refused:*')).toEqual([]);
  await graph.close();
});
