import type { EventHeader, Label, RewardAccrued } from '../events/event.ts';
import type { Instant } from '../instant.ts';

/** One reward: the fold of its events. What was decided about it lives in the decisions, not here. */
export interface Reward extends Omit<RewardAccrued, keyof EventHeader | 'type'> {
  readonly accruedAt: Instant;
  /** The latest time of each, so that a payment after a reversal shows. */
  readonly dueAt?: Instant;
  readonly paidAt?: Instant;
  readonly reversedAt?: Instant;
  readonly label?: Label;
  readonly labelledAt?: Instant;
}

/** The side a claim is made for: partner, affiliate and creator rewards all count on the referrer's side. */
export type ClaimSide = 'referrer' | 'referee';
