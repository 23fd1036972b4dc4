import { RateLimiterMemory } from 'rate-limiter-flexible';
import { spend } from './spend.ts';

/** Counts one person's reveal; seconds to wait when there were too many. */
export type RevealLimit = (userId: string) => Promise<number | undefined>;

const QUARTER_OF_AN_HOUR = 900;

/** 30 in a quarter of an hour for each person: more than anybody reads, less than anybody who copies. Kept in this process. */
export function revealLimit(): RevealLimit {
  const reveals = new RateLimiterMemory({
    keyPrefix: 'reveal',
    points: 30,
    duration: QUARTER_OF_AN_HOUR,
  });
  return (userId) => spend(reveals, userId);
}
