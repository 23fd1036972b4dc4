import {
  decide,
  decideUnseen,
  pairOf,
  pairQuestion,
  type Decision,
  type DecisionWrite,
  type Neighbourhood,
  type Pair,
  type ScreeningRecord,
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

/** Pairs whose surroundings are held at a time: they are large, and held no longer than they must they cost little. */
const AROUND = 32;

/** What a screening came to. */
export interface Screened {
  readonly decision: Decision;
  /** Whether it was committed by this call; false when its trigger had been answered before, or by another process. */
  readonly isNew: boolean;
}

/** A pair that was read, with the question it answers. */
interface Read {
  readonly ask: Ask;
  readonly pair: Pair;
}

/** Screenings asked for, with what the ledger tells for each: nothing of a reward nobody accrued. */
export interface Told {
  readonly asks: readonly Ask[];
  readonly records: readonly (ScreeningRecord | undefined)[];
}

/** Decisions that were made and are to be kept: answers to the first so many that were asked for. */
export interface Made {
  readonly asks: readonly Ask[];
  readonly writes: readonly DecisionWrite[];
  readonly soFar: BatchSoFar;
}

/**
 * Screens rewards of one instant: the ledger is read once, the graph once, the ledger written once. A reward nobody
 * accrued has no decision. What another process beat, to an order, to a cap or to the reward itself, is decided again with
 * that as a fact.
 *
 * @param told hears of decisions as soon as they are kept: what fails afterwards takes none of them back.
 */
export async function screenAll(
  parts: EngineParts,
  asks: readonly Ask[],
  told: (kept: readonly Screened[]) => Promise<void> = async () => {},
): Promise<ReadonlyMap<string, Screened>> {
  const decided = new Map<string, Screened>();
  let left = asks;
  let inVain = 0;
  while (left.length > 0) {
    if (inVain === ATTEMPTS)
      throw new Error(`the decision on ${left[0]?.rewardId ?? ''} does not settle`);
    const kept = await keep(parts, await make(parts, await tell(parts, left)));
    for (const [rewardId, screened] of kept.decided) decided.set(rewardId, screened);
    await told([...kept.decided.values()]);
    inVain = kept.decided.size === 0 ? inVain + 1 : 0;
    left = kept.again;
  }
  return decided;
}

/** Reads the ledger. */
export async function tell(parts: EngineParts, asks: readonly Ask[]): Promise<Told> {
  const ids = asks.map((ask) => ask.rewardId);
  return { asks, records: await parts.ledger.readMany(ids, asks[0]?.at ?? 0) };
}

/** What surrounds each pair, or the code of what kept the graph from telling. */
async function gatherAll(
  { graph }: EngineParts,
  reads: readonly Read[],
  reached: number,
): Promise<readonly (Neighbourhood | string)[]> {
  try {
    return await graph.gatherMany(
      reads.map(({ pair }) => pairQuestion(pair)),
      reached,
    );
  } catch (error) {
    const code = storeFailure(error);
    return reads.map(() => code);
  }
}

/** Decides on what was read, as far as it could be. */
export function decideOne(
  { policy }: EngineParts,
  { ask, pair }: Read,
  surroundings: Neighbourhood | string | undefined,
): Decision {
  const { rewardId, trigger } = ask;
  const decisionId = decisionIdOf(rewardId, trigger);
  if (surroundings === undefined) throw new Error(`the graph gave no answer for ${rewardId}`);
  const unseen = pair.record.unreadable ?? surroundings;
  return typeof unseen === 'string'
    ? decideUnseen({ pair, decisionId, code: unseen }, policy)
    : decide({ pair, neighbourhood: unseen, decisionId }, policy);
}

/**
 * Reads the graph and decides, as far as it can be foreseen; on top of decisions that were made `before`, and were not yet
 * kept when the ledger was read.
 */
export async function make(
  parts: EngineParts,
  { asks, records }: Told,
  before?: BatchSoFar,
): Promise<Made> {
  const known = asks.filter((_, index) => records[index] !== undefined);
  const reached = Math.max(0, ...records.map((record) => record?.reached ?? 0));
  const made = { asks: known, writes: new Array<DecisionWrite>(), soFar: new BatchSoFar() };
  for (let start = 0; start < asks.length; start += AROUND) {
    const reads = asks.slice(start, start + AROUND).flatMap((ask, index): Read[] => {
      const record = records[start + index];
      return record ? [{ ask, pair: pairOf(record, ask.at, parts.hashing) }] : [];
    });
    const surroundings = await gatherAll(parts, reads, reached);
    for (const [index, { ask, pair }] of reads.entries()) {
      if (before?.foresees(pair.record) === false || !made.soFar.foresees(pair.record)) return made;
      const earlier = before?.amend(pair.record, ask.at) ?? pair.record;
      const record = made.soFar.amend(earlier, ask.at);
      const decision = decideOne(parts, { ask, pair: { ...pair, record } }, surroundings[index]);
      const write = decisionWrite(decision, record, ask.trigger);
      made.soFar.note(write, record);
      made.writes.push({ ...write, upon: decidedUpon(decision, record, parts.policy) });
    }
  }
  return made;
}

/** What became of decisions: those that stand, and what is asked again, for another beat it or it was not foreseen. */
export interface Kept {
  readonly decided: ReadonlyMap<string, Screened>;
  readonly again: readonly Ask[];
}

/** Writes the ledger. */
export async function keep(parts: EngineParts, { asks, writes }: Made): Promise<Kept> {
  const decided = new Map<string, Screened>();
  const again: Ask[] = [];
  const results = await parts.ledger.commitMany(writes);
  for (const [index, ask] of asks.entries()) {
    const result = results[index];
    if (result === undefined || result.outcome === 'claimed' || result.outcome === 'overtaken')
      again.push(ask);
    else {
      const { decision, outcome } = result;
      const isNew = outcome === 'committed';
      decided.set(ask.rewardId, { decision, isNew });
    }
  }
  return { decided, again };
}
