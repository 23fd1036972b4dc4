import type { AccountRef, AccountWrite, HeldToken, Instant } from '@doubletake/scoring';
import type { Span } from './retention.ts';

/** One account's hold on one token. Infinity means never. */
export interface Holding extends Span {
  readonly account: AccountRef;
  readonly maturedAt: Instant;
  readonly abusiveAt: Instant;
}

/** The two joined. INVARIANT: commutative, associative and idempotent, so that writes may come twice and in any order. */
export function joined(left: Holding, right: Holding): Holding {
  return {
    account: left.account,
    since: Math.min(left.since, right.since),
    last: Math.max(left.last, right.last),
    maturedAt: Math.min(left.maturedAt, right.maturedAt),
    abusiveAt: Math.min(left.abusiveAt, right.abusiveAt),
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
