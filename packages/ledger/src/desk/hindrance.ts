import type { CaseRefusal, Instant, Lease, ReviewCase } from '@doubletake/scoring';

interface Wish {
  readonly by: string;
  readonly at: Instant;
  readonly leaseToken?: number;
}

/** Why a person may not work on the case; undefined when they may. */
export function hindrance(held: ReviewCase, wish: Wish): CaseRefusal | undefined {
  return decidedBefore(held, wish.by) ?? inOtherHands(held, wish);
}

/** What stands against deciding it at all: it was decided, or answered by a later screening. */
export function decidedBefore(
  { state, conclusion, outcome }: ReviewCase,
  by: string,
): CaseRefusal | undefined {
  if (state === 'open' || state === 'escalated' || state === 'snoozed') return undefined;
  if (conclusion === undefined || outcome === 'overtaken') return 'case_closed';
  return conclusion.by === by ? 'decided_already' : 'decided_by_other';
}

/** The lease, while it lasts. */
export function leaseInForce({ lease }: ReviewCase, at: Instant): Lease | undefined {
  return lease !== undefined && lease.until > at ? lease : undefined;
}

function inOtherHands(held: ReviewCase, { by, at, leaseToken }: Wish): CaseRefusal | undefined {
  const lease = leaseInForce(held, at);
  // INVARIANT: a lease that lapsed or went to somebody else decides nothing, even when the case is free again.
  if (leaseToken !== undefined)
    return lease?.by === by && lease.token === leaseToken ? undefined : 'lease_stale';
  return lease === undefined || lease.by === by ? undefined : 'leased_by_other';
}
