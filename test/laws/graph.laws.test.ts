import { memoryIdentityGraph, redisIdentityGraph } from '@doubletake/graph';
import { memoryLedger } from '@doubletake/ledger';
import type { IdentityGraph, Neighbourhood } from '@doubletake/scoring';
import { openDoubletake } from 'doubletake';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { mergeAccounts } from '../../packages/doubletake/src/care/merge-accounts.ts';
import { rebuildGraph } from '../../packages/doubletake/src/care/rebuild-graph.ts';
import { erase } from '../../packages/doubletake/src/engine/append.ts';
import type { EngineParts } from '../../packages/doubletake/src/engine/parts.ts';
import { catchUp } from '../../packages/doubletake/src/engine/project.ts';
import { PATIENT } from '../support/patient.ts';
import { startRedis, type RedisServer } from '../support/redis-server.ts';
import { ACCOUNTS, END, HIDDEN, INSTANTS, tokensIn, turns, type Turn } from './graph-story.ts';

let redis: RedisServer;
let base: EngineParts;
beforeAll(async () => {
  redis = await startRedis();
  ({ parts: base } = await openDoubletake({ clock: () => END }));
});
afterAll(async () => redis.stop());

let graphs = 0;
const HOMES = {
  'in memory': memoryIdentityGraph,
  'in Redis': () =>
    redisIdentityGraph({
      url: redis.url,
      prefix: `law${(graphs += 1)}:`,
      accounts: 100,
      ...PATIENT,
    }),
} as const satisfies Record<string, () => IdentityGraph>;

async function take(parts: EngineParts, turn: Turn, nth: number): Promise<void> {
  switch (turn.do) {
    case 'tell':
      await parts.ledger.append(turn.events.map((event, n) => ({ ...event, id: `e${nth}-${n}` })));
      break;
    case 'follow':
      await catchUp(parts);
      break;
    case 'erase':
      await catchUp(
        parts,
        await erase(parts, { ...turn, id: `x${nth}`, type: 'account.erased', at: END }),
      );
      break;
    case 'merge':
      await mergeAccounts(parts, { ...turn, by: 'lea' });
  }
}

/** Everything a graph says of any two accounts, whatever of the story they show. */
async function answers(
  { graph, hashing }: EngineParts,
  story: readonly Turn[],
): Promise<readonly Neighbourhood[]> {
  const tokens = tokensIn(story, hashing.tokenise);
  const refs = ACCOUNTS.map(hashing.accountRef);
  const questions = INSTANTS.flatMap((asOf) =>
    refs.flatMap((referrer) =>
      refs.map((referee) => ({
        referrer: { account: referrer, tokens },
        referee: { account: referee, tokens: [] },
        asOf,
      })),
    ),
  );
  return graph.gatherMany(questions);
}

describe.each(Object.entries(HOMES))('a graph %s', (_, open) => {
  test('made anew from the ledger is the one that grew with it', async () => {
    await fc.assert(
      fc.asyncProperty(turns, fc.boolean(), async (story, organicOrders) => {
        const parts = { ...base, ledger: memoryLedger({ organicOrders }), graph: open() };
        try {
          for (const [nth, turn] of story.entries()) await take(parts, turn, nth);
          await catchUp(parts);
          const grown = await answers(parts, story);
          await rebuildGraph(parts, () => {});
          expect(grown).toEqual(await answers(parts, story));
        } finally {
          await parts.graph.close();
        }
      }),
      { numRuns: 100, interruptAfterTimeLimit: 40_000, examples: [[HIDDEN, false]] },
    );
  });
});
