import { DAY, type Instant } from './instant.ts';
import type { Allowance } from './ports/ledger.ts';

/** How far ahead a pair exception may end, in milliseconds: a year, and the day it ends with. It can be given again. */
export const LONGEST_ALLOWANCE: number = 366 * DAY;

/** The longest reason of a pair exception, in characters. */
export const LONGEST_ALLOWANCE_REASON = 200;

/** Whether a pair exception may be given at an instant: somebody answers for it, says why, and it ends within a year. */
export function isGrantable(
  { owner, reason, expiresAt }: Pick<Allowance, 'owner' | 'reason' | 'expiresAt'>,
  at: Instant,
): boolean {
  const says = reason.trim() !== '' && reason.length <= LONGEST_ALLOWANCE_REASON;
  return owner.trim() !== '' && says && expiresAt > at && expiresAt <= at + LONGEST_ALLOWANCE;
}
