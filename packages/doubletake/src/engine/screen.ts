import { decide, pairOf, pairQuestion, type Decision, type Pair } from '@doubletake/scoring';
import { decisionIdOf } from '../decision-id.ts';
import { BatchSoFar, decisionWrite, type Ask } from './batch.ts';
import type { EngineParts } from './parts.ts';

/** How often a release that lost the race for its order is decided again before that is a bug. */
const ATTEMPTS = 4;

/** A pair that was read, with the question it answers. */
interface Read {
  readonly ask: Ask;
  readonly pair: Pair;
}

async function readPairs(parts: EngineParts, asks: readonly Ask[]): Promise<Read[]> {
  const at = asks[0]?.at ?? 0;
  const records = await parts.ledger.readMany(
    asks.map((ask) => ask.rewardId),
    at,
  );
  return asks.flatMap((ask, index) => {
    const record = records[index];
    return record ? [{ ask, pair: pairOf(record, ask.at, parts.hashing) }] : [];
  });
}

/**
 * Screens rewards of one instant: the ledger is read once, the graph once, the ledger written once. A reward nobody
 * accrued has no decision. A release that another process beat to its order is decided again with that as a fact.
 */
export async function screenAll(
  parts: EngineParts,
  asks: readonly Ask[],
): Promise<ReadonlyMap<string, Decision>> {
  const decided = new Map<string, Decision>();
  let left = asks;
  for (let attempt = 0; left.length > 0; attempt += 1) {
    if (attempt === ATTEMPTS)
      throw new Error(`the claim on the order of ${left[0]?.rewardId ?? ''} does not settle`);
    left = await screenOnce(parts, left, decided);
  }
  return decided;
}

/** One round; gives back the asks whose claim was lost. */
async function screenOnce(
  parts: EngineParts,
  asks: readonly Ask[],
  decided: Map<string, Decision>,
): Promise<Ask[]> {
  const reads = await readPairs(parts, asks);
  const neighbourhoods = await parts.graph.gatherMany(reads.map(({ pair }) => pairQuestion(pair)));
  const soFar = new BatchSoFar();
  const writes = reads.flatMap(({ ask, pair }, index) => {
    const neighbourhood = neighbourhoods[index];
    if (!neighbourhood) throw new Error(`the graph gave no answer for ${ask.rewardId}`);
    const record = soFar.amend(pair.record, ask.at);
    const decision = decide(
      {
        pair: { ...pair, record },
        neighbourhood,
        decisionId: decisionIdOf(ask.rewardId, ask.trigger),
      },
      parts.policy,
    );
    const write = decisionWrite(decision, record, ask.trigger);
    soFar.note(write, record);
    return [write];
  });
  const committed = await parts.ledger.commitMany(writes);
  return committed.flatMap((result, index) => {
    const ask = reads[index]?.ask;
    if (!ask) return [];
    if (result.outcome === 'claimed') return [ask];
    decided.set(ask.rewardId, result.decision);
    return [];
  });
}
