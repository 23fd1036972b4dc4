import { redisIdentityGraph } from '@doubletake/graph';
import type { GraphWrite, IdentityGraph } from '@doubletake/scoring';
import { afterAll, beforeAll, describe, expect, onTestFinished, test } from 'vitest';
import { PATIENT } from '../support/patient.ts';
import { startRedisCluster } from '../support/redis-cluster.ts';
import { startRedis } from '../support/redis-server.ts';
import { observed, pairOn, referred, token } from './graph-values.ts';

const email = token(1);
const history: readonly GraphWrite[] = Array.from({ length: 20 }, (_, n) => [
  observed(n, [email, token(100 + n)], { from: n }),
  referred(n, n + 1, n),
]).flat();
const ask = pairOn(90, [3, [email]], [4, [email]]);

/** Somewhere a graph can be. */
interface Home {
  readonly url: string;
  readonly stop: () => Promise<void>;
}

describe.each([
  { home: 'one server', start: async (): Promise<Home> => startRedis() },
  { home: 'a cluster', start: async (): Promise<Home> => startRedisCluster() },
])('on $home', ({ start }) => {
  let home: Home;
  beforeAll(async () => {
    home = await start();
  });
  afterAll(async () => home.stop());

  let prefixes = 0;
  const newPrefix = (): string => `owner-${(prefixes += 1)}:`;
  const graphOf = (prefix: string, ledger?: string): IdentityGraph => {
    const whose = ledger === undefined ? {} : { ledger };
    const graph = redisIdentityGraph({ url: home.url, prefix, ...PATIENT, ...whose });
    onTestFinished(async () => graph.close());
    return graph;
  };
  /** A graph that has come to a place. */
  const filled = async (prefix: string, ledger?: string): Promise<IdentityGraph> => {
    const graph = graphOf(prefix, ledger);
    await graph.project(history);
    await graph.advance(60);
    return graph;
  };

  test('a graph of another ledger is refused, whatever is asked, and left as it is', async () => {
    const prefix = newPrefix();
    const theirs = await filled(prefix, 'theirs');
    const stats = await theirs.stats();
    const asked: readonly ((graph: IdentityGraph) => Promise<unknown>)[] = [
      async (graph) => graph.cursor(),
      async (graph) => graph.gather(ask),
      async (graph) => graph.project(history),
      async (graph) => graph.advance(61),
    ];
    for (const question of asked)
      await expect(question(graphOf(prefix, 'ours'))).rejects.toMatchObject({
        code: 'graph_of_another_ledger',
        message: expect.stringContaining(`\`${prefix}\``) as unknown,
      });
    expect(await theirs.stats()).toEqual(stats);
    expect(await theirs.cursor()).toBe(60);
  });

  test('another process of the same ledger goes on with it', async () => {
    const prefix = newPrefix();
    const one = await filled(prefix, 'ours');
    const other = graphOf(prefix, 'ours');
    expect(await other.cursor()).toBe(60);
    expect(await other.gather(ask, 60)).toEqual(await one.gather(ask));
  });

  test('it is taken over by clearing it, and refused to whoever had it', async () => {
    const prefix = newPrefix();
    const theirs = await filled(prefix, 'theirs');
    const ours = graphOf(prefix, 'ours');
    await ours.clear();
    await ours.project(history);
    await ours.advance(7);
    expect(await ours.cursor()).toBe(7);
    await expect(theirs.gather(ask)).rejects.toMatchObject({ code: 'graph_emptied' });
    await expect(theirs.cursor()).rejects.toMatchObject({ code: 'graph_of_another_ledger' });
    expect((await ours.gather(ask, 7)).referees).toHaveLength(1);
  });

  test('one that does not say whose it is has come nowhere', async () => {
    const prefix = newPrefix();
    await filled(prefix);
    const ours = graphOf(prefix, 'ours');
    expect(await ours.cursor()).toBe(-1);
    await ours.clear();
    await ours.project(history);
    await ours.advance(7);
    expect(await ours.cursor()).toBe(7);
  });
});
