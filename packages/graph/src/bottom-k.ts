import type { AccountRef } from '@doubletake/scoring';
import type { Holding } from './holding.ts';

/** How many accounts a sample keeps: a relative standard error of 1/√64, an eighth. */
const SAMPLE_SIZE = 64;

/** Ranks are the first 48 bits of an account reference, which is a keyed hash and therefore uniform. */
const RANKS = 2 ** 48;

/**
 * A uniform sample of everyone who ever held a token: those whose rank lies below the threshold, which falls as more
 * come so that at most 64 stay. Unlike a HyperLogLog it can be asked about an instant and can leave accounts out, and
 * it does not depend on the order of writes.
 *
 * Source: bottom-k (threshold) sampling, Cohen & Kaplan 2007; the estimate is Horvitz-Thompson over the threshold.
 */
export interface BottomK {
  readonly threshold: number;
  /** In the order of rank. */
  readonly sample: readonly Holding[];
}

/** A sample of these accounts. */
export function bottomK(holdings: readonly Holding[], threshold: number = RANKS): BottomK {
  const ranked = holdings
    .map((holding) => ({ holding, rank: rankOf(holding.account) }))
    .filter(({ rank }) => rank < threshold)
    .toSorted((left, right) => left.rank - right.rank);
  return {
    threshold: ranked[SAMPLE_SIZE]?.rank ?? threshold,
    sample: ranked.slice(0, SAMPLE_SIZE).map(({ holding }) => holding),
  };
}

/** Whether an account belongs to the sample, were it offered. */
export function admits(sketch: BottomK, account: AccountRef): boolean {
  return rankOf(account) < sketch.threshold;
}

/** How many accounts so many of the sample stand for. */
export function estimate(sketch: BottomK, sampled: number): number {
  return Math.round((sampled * RANKS) / sketch.threshold);
}

function rankOf(account: AccountRef): number {
  return Buffer.from(account, 'base64url').readUIntBE(0, 6);
}
