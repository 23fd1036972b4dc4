import type { Instant, Profile } from '@doubletake/scoring';
import type { LedgerOptions } from './options.ts';
import { MATURITY } from './limits.ts';

/**
 * When an account becomes one that frequencies are estimated from: 60 days after its creation and, where the host
 * reports orders of accounts nobody referred, not before its first completed order.
 */
export function maturedAt(
  profile: Pick<Profile, 'createdAt'>,
  firstCompletedAt: Instant | undefined,
  options: LedgerOptions,
): Instant | undefined {
  const aged = profile.createdAt + MATURITY;
  if (options.organicOrders !== true) return aged;
  return firstCompletedAt === undefined ? undefined : Math.max(aged, firstCompletedAt);
}
