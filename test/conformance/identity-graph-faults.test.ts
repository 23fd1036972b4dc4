import { memoryIdentityGraph, redisIdentityGraph } from '@doubletake/graph';
import type { GraphWrite, IdentityGraph } from '@doubletake/scoring';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { freePort } from '../support/free-port.ts';
import { ownTime } from '../support/own-time.ts';
import { PATIENT } from '../support/patient.ts';
import { startRedisCluster, type RedisCluster } from '../support/redis-cluster.ts';
import { startRedis, type RedisServer } from '../support/redis-server.ts';
import { startTcpProxy } from '../support/tcp-proxy.ts';
import { observed, pairOn, referred, token } from './graph-values.ts';

/** Bounded waits where it is asked how soon an answer comes: it must be there within a few of them. */
const HASTY = { timeout: 1000, connectTimeout: 1000 };
const LIMIT = 5 * HASTY.timeout;

/** Whether patience or the connection gave out first is chance. */
const SILENT = expect.stringMatching(
  /^redis at [\d.:, ]+ (gave no answer within 1000 ms|cannot be reached\b.*)$/,
) as unknown;

const tokens = [token(1), token(2, 'phone'), token(3, 'ip')];
const history: readonly GraphWrite[] = Array.from({ length: 60 }, (_, n) => [
  observed(n, [...tokens, token(100 + n)], { from: n, matured: n + 60 }),
  referred(n, n + 1, n),
]).flat();
const ask = pairOn(90, [3, tokens], [4, [...tokens, token(104)]]);

async function promised(): Promise<unknown> {
  const model = memoryIdentityGraph();
  await model.project(history);
  return model.gather(ask);
}

async function inTime<Value>(work: () => Promise<Value>): Promise<Value> {
  const passed = ownTime();
  try {
    return await work();
  } finally {
    expect(passed()).toBeLessThan(LIMIT);
  }
}

describe('one Redis server', () => {
  let server: RedisServer;
  let graph: IdentityGraph;
  beforeEach(async () => {
    server = await startRedis();
    graph = redisIdentityGraph({ url: server.url, ...PATIENT });
    await graph.project(history);
    await graph.advance(60);
  });
  afterEach(async () => {
    await graph.close();
    await server.stop();
  });

  test('another process finds what one has projected', async () => {
    const other = redisIdentityGraph({ url: server.url, accounts: 5, ...PATIENT });
    expect(await other.gather(ask)).toEqual(await promised());
    expect(await other.cursor()).toBe(60);
    await other.close();
  });

  test('a lost script cache goes unnoticed', async () => {
    await server.client.script('FLUSH');
    await graph.project([observed(70, tokens, { from: 1 })]);
    expect((await graph.gather(ask)).holders.get(tokens[0]?.token ?? '')?.count).toBe(61);
  });

  test('an emptied server is never an answer, and can be filled again', async () => {
    await server.client.flushall();
    await expect(graph.gather(ask)).rejects.toMatchObject({ code: 'graph_emptied' });
    await expect(graph.project(history)).rejects.toMatchObject({ code: 'graph_emptied' });
    expect(await graph.cursor()).toBe(0);
    await graph.clear();
    await graph.project(history);
    expect(await graph.gather(ask)).toEqual(await promised());
  });

  test('a graph rebuilt by another process is refused until the cursor is read', async () => {
    const other = redisIdentityGraph({ url: server.url, accounts: 20, ...PATIENT });
    await other.clear();
    await other.project(history);
    await other.advance(61);
    await expect(graph.gather(ask)).rejects.toMatchObject({ code: 'graph_emptied' });
    expect(await graph.cursor()).toBe(61);
    expect(await graph.gather(ask)).toEqual(await promised());
    await other.close();
  });

  test('a dead server is reported in time, and what it lost when it is back', async () => {
    const hasty = redisIdentityGraph({ url: server.url, ...HASTY });
    await hasty.cursor();
    await server.kill();
    await expect(inTime(async () => hasty.gather(ask))).rejects.toMatchObject({
      code: 'graph_unavailable',
    });
    await server.restart();
    await expect
      .poll(async () => hasty.gather(ask).catch((error: unknown) => error))
      .toMatchObject({ code: 'graph_emptied' });
    await hasty.close();
  });

  test('a silent server is reported in time, and answers when it speaks again', async () => {
    const hasty = redisIdentityGraph({ url: server.url, ...HASTY });
    await hasty.cursor();
    await server.client.call('CLIENT', 'PAUSE', String(2 * HASTY.timeout), 'ALL');
    await expect(inTime(async () => hasty.gather(ask))).rejects.toMatchObject({
      message: SILENT,
    });
    const again = async (): Promise<unknown> => {
      // The connection broke: only the cursor tells whether what is back is what was there.
      await hasty.cursor();
      return hasty.gather(ask);
    };
    await expect.poll(again).toEqual(await promised());
    await hasty.close();
  });

  test('nothing is built upon a graph that was out of reach before its cursor was read', async () => {
    await server.client.call('CLIENT', 'KILL', 'TYPE', 'normal');
    const write = async (): Promise<unknown> =>
      graph.project(history).catch((error: unknown) => error);
    await expect.poll(write).toMatchObject({ code: 'graph_emptied' });
    await expect(graph.advance(61)).rejects.toMatchObject({ code: 'graph_emptied' });
    expect(await graph.cursor()).toBe(60);
    await graph.project(history);
    expect(await graph.gather(ask)).toEqual(await promised());
  });

  test('a full server keeps answering and refuses writes', async () => {
    await server.client.config('SET', 'maxmemory', '1');
    await expect(graph.project([observed(70, [token(7)])])).rejects.toMatchObject({
      code: 'graph_full',
    });
    expect(await graph.gather(ask)).toEqual(await promised());
  });

  test('work on the whole graph is done by one process at a time', async () => {
    const other = redisIdentityGraph({ url: server.url, ...PATIENT });
    const refused = await graph.alone(async () => {
      await graph.clear();
      return [await other.alone(async () => 'other')];
    });
    expect(refused).toEqual([undefined]);
    const failing = graph.alone(async () => Promise.reject(new Error('cut short')));
    await expect(failing).rejects.toThrow('cut short');
    expect(await other.alone(async () => 'other')).toBe('other');
    await other.close();
  });

  test('answers that come byte by byte say the same', async () => {
    const network = await startTcpProxy(server.port);
    await network.set('crumbs');
    const far = redisIdentityGraph({ url: network.through(server.url), ...PATIENT });
    expect(await far.cursor()).toBe(60);
    const asked = [ask, pairOn(90, [5, tokens], [6, tokens]), ask];
    const model = memoryIdentityGraph();
    await model.project(history);
    expect(await far.gatherMany(asked)).toEqual(await model.gatherMany(asked));
    await far.project([referred(70, 71, 5)]);
    expect((await far.gather(pairOn(90, [70, []], [71, []]))).referees).toHaveLength(1);
    await far.close();
    await network.stop();
  });

  test('writers at the same keys lose nothing', async () => {
    const others = Array.from({ length: 4 }, () =>
      redisIdentityGraph({ url: server.url, ...PATIENT }),
    );
    await graph.clear();
    const shares = others.map((_, share) => history.filter((__, index) => index % 4 === share));
    await Promise.all(
      others.flatMap((other, share) =>
        (shares[share] ?? []).map(async (write) => other.project([write])),
      ),
    );
    await graph.cursor();
    expect(await graph.gather(ask)).toEqual(await promised());
    await Promise.all(others.map(async (other) => other.close()));
  });
});

test('nobody listening is reported in time', async () => {
  const graph = redisIdentityGraph({
    url: `redis://127.0.0.1:${await freePort()}`,
    ...HASTY,
  });
  await expect(inTime(async () => graph.gather(ask))).rejects.toMatchObject({
    code: 'graph_unavailable',
  });
  await graph.close();
});

describe('a cluster', () => {
  let cluster: RedisCluster;
  let graph: IdentityGraph;
  beforeAll(async () => {
    cluster = await startRedisCluster();
    graph = redisIdentityGraph({ url: cluster.url, ...PATIENT });
    await graph.project(history);
    await graph.advance(60);
  });
  afterAll(async () => {
    await graph.close();
    await cluster.stop();
  });

  test('a node of it alone is not taken for a server', async () => {
    const [node] = cluster.nodes;
    const alone = redisIdentityGraph({ url: node?.url ?? '', prefix: 'alone:', ...PATIENT });
    await expect(alone.project(history)).rejects.toMatchObject({ code: 'graph_bad_option' });
    await alone.close();
  });

  test('a node that closed a connection nobody used costs one look', async () => {
    await cluster.nodes[0]?.client.call('CLIENT', 'KILL', 'TYPE', 'normal');
    await expect
      .poll(async () => graph.gather(ask).catch((error: unknown) => error))
      .toMatchObject({ code: 'graph_emptied' });
    expect(await graph.cursor()).toBe(60);
    await graph.advance(60);
    for (const _ of [1, 2, 3]) expect(await graph.gather(ask)).toEqual(await promised());
  });

  test('a slot moved while in use is followed, reading and writing, before and after', async () => {
    const [from, to] = cluster.nodes;
    if (!from || !to) throw new Error('a cluster of three was started');
    const model = memoryIdentityGraph();
    const project = async (writes: readonly GraphWrite[]): Promise<void> => {
      await model.project(writes);
      await graph.project(writes);
    };
    await project(history);
    // Enough tokens that every slot in use holds some beside its seal.
    const everywhere = Array.from({ length: 500 }, (_, n) => token(1000 + n));
    const asked = pairOn(90, [3, everywhere], [4, tokens]);
    await project([observed(200, everywhere)]);
    const [key = ''] = await from.client.keys('dt:*seal');
    const slot = await from.client.cluster('KEYSLOT', key);
    const [fromId, toId] = [await from.client.cluster('MYID'), await to.client.cluster('MYID')];
    await to.client.cluster('SETSLOT', slot, 'IMPORTING', fromId);
    await from.client.cluster('SETSLOT', slot, 'MIGRATING', toId);
    const keys = await from.client.cluster('GETKEYSINSLOT', slot, 10_000);
    for (const [step, moved] of keys.entries()) {
      await from.client.migrate('127.0.0.1', to.port, moved, 0, 20_000);
      await project([observed(201 + step, everywhere, { from: step })]);
      expect(await graph.gather(asked)).toEqual(await model.gather(asked));
    }
    await to.client.cluster('SETSLOT', slot, 'NODE', toId);
    await from.client.cluster('SETSLOT', slot, 'NODE', toId);
    await project([observed(300, everywhere)]);
    expect(await graph.gather(asked)).toEqual(await model.gather(asked));
    expect(await graph.cursor()).toBe(60);
  });

  test('one emptied node of it is never an answer', async () => {
    await cluster.nodes[2]?.client.flushall();
    await expect(graph.gatherMany(many())).rejects.toMatchObject({ code: 'graph_emptied' });
    expect(await graph.cursor()).toBe(0);
    await graph.clear();
    await graph.project(history);
    expect(await graph.gather(ask)).toEqual(await promised());
  });

  test('a lost node of it is reported in time', async () => {
    const hasty = redisIdentityGraph({ url: cluster.url, ...HASTY });
    await hasty.cursor();
    await cluster.nodes[1]?.kill();
    await expect(inTime(async () => hasty.gatherMany(many()))).rejects.toMatchObject({
      message: SILENT,
    });
    await hasty.close();
  });
});

/** So many pairs that every node is asked. */
function many(): ReturnType<typeof pairOn>[] {
  return Array.from({ length: 30 }, (_, n) =>
    pairOn(90, [n, [token(100 + n)]], [n + 1, [token(101 + n)]]),
  );
}
