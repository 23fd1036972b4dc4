import type { Instant } from '../instant.ts';
import type { ScreeningRecord } from '../ports/ledger.ts';
import type { Neighbourhood, PairQuestion } from '../ports/identity-graph.ts';
import { memberOf, questionOf, type Hashing, type Member } from './member.ts';

/** Referrer and referee of one reward with what the ledger knows of them. */
export interface Pair {
  readonly record: ScreeningRecord;
  readonly referrer: Member;
  readonly referee: Member;
  readonly at: Instant;
}

/** A pair with what surrounds it: everything a signal may look at. */
export interface Scene extends Pair {
  readonly neighbourhood: Neighbourhood;
}

/**
 * Reads the pair of a reward. A reward whose referral was never attributed has no known pair: both sides are then the
 * beneficiary's, unknown as far as the other goes.
 */
export function pairOf(record: ScreeningRecord, at: Instant, hashing: Hashing): Pair {
  const { referral, reward } = record;
  return {
    record,
    at,
    referrer: memberOf(referral?.referrerId ?? reward.beneficiaryId, record.referrer, hashing),
    referee: memberOf(referral?.refereeId ?? reward.beneficiaryId, record.referee, hashing),
  };
}

/** Everything the graph must answer about a pair, known before the first read. */
export function pairQuestion(pair: Pair): PairQuestion {
  return {
    referrer: questionOf(pair.referrer),
    referee: questionOf(pair.referee),
    asOf: pair.at,
  };
}
