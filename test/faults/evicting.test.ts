import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { redisIdentityGraph } from '@doubletake/graph';
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest';
import { observed, token } from '../conformance/graph-values.ts';
import { doubletake } from '../support/doubletake-command.ts';
import { PATIENT } from '../support/patient.ts';
import { Host } from './host.ts';
import { expectHeld, expectPromiseKept } from './promise.ts';
import { recovered } from './recovered.ts';
import { KEYS_FILE, openAt, startServers, type Servers } from './stores.ts';

let servers: Servers;
beforeAll(async () => {
  servers = await startServers();
});
afterAll(async () => servers.stop());

const policy = async (name: string): Promise<unknown> =>
  servers.redis.client.config('SET', 'maxmemory-policy', name);
afterEach(async () => {
  await policy('noeviction');
  await servers.redis.client.config('SET', 'maxmemory', 0);
});

const REFUSAL = /set its `maxmemory-policy` from `allkeys-lfu` to `noeviction`/u;

test('a Redis that throws keys away when it is full is refused at the start', async () => {
  const place = await servers.place();
  await policy('allkeys-lfu');
  await expect(openAt(place)).rejects.toMatchObject({
    code: 'graph_evicts',
    message: expect.stringMatching(REFUSAL) as unknown,
  });
  await policy('noeviction');
  await (await openAt(place)).close();
});

test('a command says so and ends', async () => {
  const { databaseUrl, redisUrl } = await servers.place();
  await policy('allkeys-lfu');
  const cwd = await mkdtemp(join(tmpdir(), 'doubletake-'));
  await writeFile(join(cwd, 'keys.json'), KEYS_FILE);
  const env = {
    DATABASE_URL: databaseUrl,
    REDIS_URL: redisUrl,
    DOUBLETAKE_KEYS_FILE: join(cwd, 'keys.json'),
  };
  for (const argv of [['wake'], ['graph', 'rebuild']]) {
    const ran = await doubletake(argv, { cwd, env });
    expect(ran).toMatchObject({ code: 3, err: expect.stringMatching(REFUSAL) as unknown });
    expect(ran.err).toMatch(/^graph_evicts: /mu);
  }
  await rm(cwd, { recursive: true });
});

test('a running process that finds itself with such a one holds, until it is set right', async () => {
  const place = await servers.place();
  const engine = await openAt(place);
  const host = new Host(engine);
  await host.tell(0);
  await host.ask(0);
  await policy('allkeys-lfu');
  await servers.redis.client.call('CLIENT', 'KILL', 'TYPE', 'normal');
  await expect
    .poll(
      async () => (await engine.screen('rew-0-link', { trigger: String(Math.random()) }))?.degraded,
    )
    .toBe('graph_evicts');
  expect(await host.tell(1)).toBe(true);
  expectHeld(await host.ask(1), 'graph');
  await policy('noeviction');
  await recovered(host, 2);
  await expectPromiseKept([host], place, engine);
  await engine.close();
});

test('one that throws away what has a time to live alone refuses writes, and keeps what it has', async () => {
  const { client, url } = servers.redis;
  const graph = redisIdentityGraph({ url, prefix: 'volatile:', ...PATIENT });
  const write = async (n: number): Promise<void> => graph.project([observed(n, [token(n)])]);
  await policy('volatile-lru');
  await write(1);
  await graph.advance(1);
  const before = await client.keys('volatile:*');
  await client.config('SET', 'maxmemory', 1);
  await expect(write(2)).rejects.toMatchObject({ code: 'graph_full' });
  expect(new Set(await client.keys('volatile:*'))).toEqual(new Set(before));
  expect(await graph.cursor()).toBe(1);
  await graph.close();
});
