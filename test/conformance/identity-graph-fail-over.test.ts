import { memoryIdentityGraph, redisIdentityGraph } from '@doubletake/graph';
import type { GraphWrite, IdentityGraph } from '@doubletake/scoring';
import { describe, expect, onTestFinished, test } from 'vitest';
import { PATIENT } from '../support/patient.ts';
import { startRedisCluster } from '../support/redis-cluster.ts';
import { startNodeReplica, startReplica, type RedisReplica } from '../support/redis-replica.ts';
import { startRedis } from '../support/redis-server.ts';
import { startTcpProxy } from '../support/tcp-proxy.ts';
import { observed, pairOn, referred, token } from './graph-values.ts';

/** A graph on a server with a replica. */
interface Stage {
  readonly graph: IdentityGraph;
  readonly replica: RedisReplica;
  /** From now on the server keeps requests to itself. */
  readonly falter: () => Promise<void>;
  /** Its replica takes over, with what it has. */
  readonly takeOver: () => Promise<void>;
  readonly stop: () => Promise<void>;
}

/** One server behind a name that leads to its replica afterwards. */
async function single(): Promise<Stage> {
  const master = await startRedis();
  const replica = await startReplica(master);
  const network = await startTcpProxy(master.port);
  const graph = redisIdentityGraph({ url: network.through(master.url), ...PATIENT });
  return {
    graph,
    replica,
    falter: async () => network.set('black-hole'),
    takeOver: async () => {
      await replica.client.replicaof('NO', 'ONE');
      network.lead(replica.port);
      await network.set('refuse');
      await network.set('pass');
    },
    stop: async () => {
      await Promise.all([graph.close(), network.stop(), master.stop(), replica.stop()]);
    },
  };
}

/** A node of a cluster, gone or living on as the replica of its replica. */
const node = (lives: boolean) => async (): Promise<Stage> => {
  const cluster = await startRedisCluster();
  const [, , master] = cluster.nodes;
  if (!master) throw new Error('a cluster of three was started');
  const replica = await startNodeReplica(cluster, master);
  const graph = redisIdentityGraph({ url: cluster.url, ...PATIENT });
  return {
    graph,
    replica,
    falter: async () => void (await master.client.call('CLIENT', 'PAUSE', '600000', 'ALL')),
    takeOver: async () => {
      if (!lives) await master.kill();
      await replica.client.cluster('FAILOVER', 'TAKEOVER');
      for (const { client } of cluster.nodes.slice(0, lives ? 3 : 2))
        await expect
          .poll(async () => client.cluster('NODES'))
          .toMatch(new RegExp(String.raw`:${replica.port}@\S* \S*master `));
    },
    stop: async () => {
      await Promise.all([graph.close(), cluster.stop(), replica.stop()]);
    },
  };
};

const tokens = [token(1), token(2, 'phone'), token(3, 'ip')];
const stretch = (from: number, to: number): readonly GraphWrite[] =>
  Array.from({ length: to - from }, (_, index) => [
    observed(from + index, [...tokens, token(100 + from + index)], { from: from + index }),
    referred(from + index, from + index + 1, from + index),
  ]).flat();
const before = stretch(0, 60);
const lost = stretch(60, 120);
const more = stretch(120, 180);

/** What is asked of everybody, so that every node is asked. */
const questions = Array.from({ length: 120 }, (_, n) =>
  pairOn(200, [n, [token(100 + n)]], [n + 1, [...tokens, token(101 + n)]]),
);

/** A graph whose replica lacks what was written to it last. */
async function lagging(open: () => Promise<Stage>): Promise<Stage> {
  const stage = await open();
  onTestFinished(stage.stop);
  const { graph, replica } = stage;
  await graph.project(before);
  await graph.advance(60);
  await replica.catchUp();
  await replica.cutOff();
  await graph.project(lost);
  return stage;
}

async function expectWholeAgain({ graph }: Stage): Promise<void> {
  const cursor = async (): Promise<unknown> => graph.cursor().catch(String);
  await expect.poll(cursor).toBe(60);
  await graph.project([...lost, ...more]);
  await graph.advance(180);
  expect(await graph.cursor()).toBe(180);
  const model = memoryIdentityGraph();
  await model.project([...before, ...lost, ...more]);
  expect(await graph.gatherMany(questions, 180)).toEqual(await model.gatherMany(questions));
}

const GONE = [
  { note: 'one server', open: single },
  { note: 'a node of a cluster', open: node(false) },
];

describe.each([...GONE, { note: 'a node of a cluster that lives on', open: node(true) }])(
  'a replica without the last writes takes over for $note',
  ({ open }) => {
    test('between writing and advancing: nobody is told that all is there', async () => {
      const stage = await lagging(open);
      await stage.takeOver();
      await expect(stage.graph.advance(120)).rejects.toThrow();
      await expectWholeAgain(stage);
    });

    test('between one write and the next: what follows does not hide it', async () => {
      const stage = await lagging(open);
      await stage.takeOver();
      await stage.graph.project(more).catch(() => {});
      await expect(stage.graph.advance(180)).rejects.toThrow();
      await expectWholeAgain(stage);
    });
  },
);

test.each([...GONE, { note: 'a node of a cluster that lives on', open: node(true) }])(
  'nothing of before is back with one that takes over for $note between emptying and filling',
  async ({ open }) => {
    const stage = await open();
    onTestFinished(stage.stop);
    const { graph, replica } = stage;
    await graph.project(before);
    await graph.advance(60);
    await replica.catchUp();
    await replica.cutOff();
    await graph.clear();
    await stage.takeOver();
    const reached = async (): Promise<unknown> => graph.alone(async () => true).catch(String);
    await expect.poll(reached).toBe(true);
    const fill = async (): Promise<unknown> => graph.project(more).catch(String);
    await expect.poll(fill).toBeUndefined();
    await graph.advance(180);
    const model = memoryIdentityGraph();
    await model.project(more);
    expect(await graph.cursor()).toBe(180);
    expect(await graph.stats()).toEqual(await model.stats());
    expect(await graph.gatherMany(questions, 180)).toEqual(await model.gatherMany(questions));
  },
);

test.each(GONE)('the last request to $note is not sent again to its replica', async ({ open }) => {
  const stage = await lagging(open);
  await stage.falter();
  const advancing = stage.graph.advance(120).catch(String);
  await stage.takeOver();
  await advancing;
  await expectWholeAgain(stage);
});
