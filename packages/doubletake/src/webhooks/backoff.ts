const SECOND = 1000;
const FIRST = 5 * SECOND;
const FACTOR = 4;
const LONGEST = 12 * 60 * 60 * SECOND;

/** Tries of one delivery in all. */
export const TRIES = 13;

/**
 * Milliseconds until the next try after so many that failed; undefined when it was the last. 5 s at first, four times
 * longer each time and at most 12 h: some 68 hours in all, with a quarter of chance either way so that what failed
 * together does not come back together.
 *
 * @param chance from 0 up to, and without, 1
 */
export function nextWait(failed: number, chance: number): number | undefined {
  if (failed >= TRIES) return undefined;
  const wait = Math.min(FIRST * FACTOR ** (failed - 1), LONGEST);
  return Math.round(wait * (0.75 + chance / 2));
}
