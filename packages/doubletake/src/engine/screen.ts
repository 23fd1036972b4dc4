import {
  decide,
  decideUnseen,
  pairOf,
  pairQuestion,
  type Decision,
  type Neighbourhood,
  type Pair,
  type Sides,
} from '@doubletake/scoring';
import { decisionIdOf } from '../decision-id.ts';
import { BatchSoFar, decisionWrite, type Ask } from './batch.ts';
import { decidedUpon } from './decided-upon.ts';
import { storeFailure } from './degraded.ts';
import type { EngineParts } from './parts.ts';

/**
 * How often in a row others may beat all decisions of a round before that is a bug. Each time another was released to the
 * same beneficiary, or the reward decided: there are never that many at once.
 */
const ATTEMPTS = 64;

/** A decision with the profiles it compared. */
export interface Screened {
  readonly decision: Decision;
  readonly sides: Sides;
  /** Whether it was committed by this call; false when its trigger had been answered before, or by another process. */
  readonly isNew: boolean;
}

const sidesOf = ({ record: { referrer, referee } }: Pair): Sides => ({ referrer, referee });

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
 * accrued has no decision. What another process beat, to an order, to a cap or to the reward itself, is decided again with
 * that as a fact.
 */
export async function screenAll(
  parts: EngineParts,
  asks: readonly Ask[],
): Promise<ReadonlyMap<string, Screened>> {
  const decided = new Map<string, Screened>();
  let left = asks;
  for (let beaten = 0; left.length > 0;) {
    if (beaten === ATTEMPTS)
      throw new Error(`the decision on ${left[0]?.rewardId ?? ''} does not settle`);
    const before = left.length;
    left = await screenOnce(parts, left, decided);
    beaten = left.length < before ? 0 : beaten + 1;
  }
  return decided;
}

/** What surrounds each pair, or the code of what kept the graph from telling. */
async function gatherAll(
  parts: EngineParts,
  reads: readonly Read[],
): Promise<readonly (Neighbourhood | string)[]> {
  const questions = reads.map(({ pair }) => pairQuestion(pair));
  const reached = Math.max(0, ...reads.map(({ pair }) => pair.record.reached));
  try {
    return await parts.graph.gatherMany(questions, reached);
  } catch (error) {
    const code = storeFailure(error);
    return reads.map(() => code);
  }
}

function decideOne(
  { policy }: EngineParts,
  { ask, pair }: Read,
  surroundings: Neighbourhood | string | undefined,
): Decision {
  const { rewardId, trigger } = ask;
  const decisionId = decisionIdOf(rewardId, trigger);
  if (surroundings === undefined) throw new Error(`the graph gave no answer for ${rewardId}`);
  return typeof surroundings === 'string'
    ? decideUnseen({ pair, decisionId, code: surroundings }, policy)
    : decide({ pair, neighbourhood: surroundings, decisionId }, policy);
}

/** One round; gives back the asks that another decision beat. */
async function screenOnce(
  parts: EngineParts,
  asks: readonly Ask[],
  decided: Map<string, Screened>,
): Promise<Ask[]> {
  const reads = await readPairs(parts, asks);
  const surroundings = await gatherAll(parts, reads);
  const soFar = new BatchSoFar();
  const writes = reads.flatMap(({ ask, pair }, index) => {
    const record = soFar.amend(pair.record, ask.at);
    const decision = decideOne(parts, { ask, pair: { ...pair, record } }, surroundings[index]);
    const write = decisionWrite(decision, record, ask.trigger);
    soFar.note(write, record);
    return [{ ...write, upon: decidedUpon(decision, record, parts.policy) }];
  });
  const committed = await parts.ledger.commitMany(writes);
  return committed.flatMap((result, index) => {
    const read = reads[index];
    if (!read) return [];
    const { ask, pair } = read;
    if (result.outcome === 'claimed' || result.outcome === 'overtaken') return [ask];
    const { decision, outcome } = result;
    decided.set(ask.rewardId, {
      decision,
      sides: sidesOf(pair),
      isNew: outcome === 'committed',
    });
    return [];
  });
}
