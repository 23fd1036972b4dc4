import type { AccountRef, AccountWrite, HeldToken, Instant } from '@doubletake/scoring';
import type { Span } from './retention.ts';

/** One account's hold on one token. Infinity means never. */
export interface Holding extends Span {
  readonly account: AccountRef;
  readonly maturedAt: Instant;
  readonly abusiveAt: Instant;
}

/**
 * A holding as it is after one more write. INVARIANT: spans only widen, so that writes may come twice and in any order;
 * of maturity and abuse, which can be taken back, the last write is believed.
 */
export function joined(known: Holding, written: Holding): Holding {
  return {
    ...written,
    since: Math.min(known.since, written.since),
    last: Math.max(known.last, written.last),
  };
}

/** Whether its account counts as a matured one at an instant. */
export function maturedBy(holding: Holding, asOf: Instant): boolean {
  return holding.maturedAt <= asOf && holding.abusiveAt > asOf;
}

/** What an account's write says of one of its tokens. */
export function holdingOf(write: AccountWrite, { since, last }: HeldToken): Holding {
  const { account, maturedAt = Infinity, abusiveAt = Infinity } = write;
  return { account, since, last, maturedAt, abusiveAt };
}
