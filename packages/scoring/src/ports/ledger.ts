import type { Decision } from '../decision.ts';
import type { DomainEvent } from '../events/event.ts';
import type { Instant } from '../instant.ts';
import type { Money } from '../money.ts';
import type { Order } from '../state/order.ts';
import type { Profile } from '../state/profile.ts';
import type { Referral } from '../state/referral.ts';
import type { ClaimSide, Reward } from '../state/reward.ts';
import type { AuditEntry } from './audit-trail.ts';

/** What became of one recorded event. */
export type Appended =
  | { readonly outcome: 'recorded'; readonly id: string }
  /** The same event was recorded before; nothing changed. */
  | { readonly outcome: 'duplicate'; readonly id: string }
  /** Another event was recorded under this id; nothing changed. */
  | { readonly outcome: 'conflict'; readonly id: string };

/** How often a beneficiary was rewarded in one programme: rewards released or paid and not taken back. */
export interface RewardTally {
  /** Ever. */
  readonly lifetime: number;
  /** Released since 30 days before the asked instant; by a clock a little ahead as well. */
  readonly last30d: number;
  /** Money of those released since 365 days before it, by currency. */
  readonly last365d: readonly Money[];
  /** When the first of them was released; absent when none was. */
  readonly firstAt?: Instant;
}

/**
 * Whose money is, or goes, out for one side of one order. A decision to pay takes it, and so does a payment nobody decided,
 * where it is free; a claw-back does not give it up, for the money is still out: only taking the reward back does.
 */
export interface Claim {
  readonly orderId: string;
  readonly side: ClaimSide;
  readonly rewardId: string;
  readonly at: Instant;
}

/** What came of one referee: how long it could have come back, and whether it did. */
export interface RefereeOutcome {
  readonly firstCompletedAt: Instant;
  readonly secondCompletedAt?: Instant;
}

/** A pair exception somebody answers for. It silences risk rules, never `terms`. */
export interface Allowance {
  readonly allowanceId: string;
  readonly referrerId: string;
  readonly refereeId: string;
  readonly owner: string;
  readonly reason: string;
  readonly expiresAt: Instant;
}

/** A pair exception that was given, with what became of it. */
export interface GivenAllowance extends Allowance {
  /** Since when it is none any more: somebody took it back, or blocked a reward of the pair. */
  readonly endedAt?: Instant;
}

/** Who takes a pair exception back. */
export interface AllowanceEnd {
  readonly allowanceId: string;
  readonly by: string;
  readonly at: Instant;
}

/** Everything a screening reads from the ledger, at one instant. */
export interface ScreeningRecord {
  readonly reward: Reward;
  readonly referral?: Referral;
  readonly order?: Order;
  /** Absent when the account was never observed: unknown, not clean. */
  readonly referrer?: Profile;
  readonly referee?: Profile;
  /** Rewards of this beneficiary in this programme, this reward left out. */
  readonly tally: RewardTally;
  /** The claim on this reward's order and side, whoever holds it. */
  readonly claim?: Claim;
  /** The referee's first referral in the same programme, when it is not this one. */
  readonly earlierReferral?: Referral;
  /** Another referrer who used exactly this code in this programme before. */
  readonly codeUsedBy?: string;
  /** Completed orders of the referee before this order. */
  readonly refereeEarlierOrders: number;
  /** The referrer's referees with at least one completed order, this pair's left out; latest 512. */
  readonly refereeOutcomes: readonly RefereeOutcome[];
  /** The value below which 15 % of the latest 500 confirmed orders of this currency lie; absent under 50 orders. */
  readonly lowOrderMinor?: number;
  /** Matured accounts at the instant: the N of every frequency. */
  readonly population: number;
  readonly allowance?: Allowance;
  /** The last decision on this reward. */
  readonly previous?: Decision;
  /** A case on this reward is not closed: a person looks, or is about to. */
  readonly underReview?: true;
  /** Reason code a person blocked this reward with, while that can be taken back or waits to be written as a decision. */
  readonly pendingBlock?: string;
  /** Code of what kept part of this from being read: a profile or a payment instrument that no longer opens is left out. */
  readonly unreadable?: string;
  /** Place in the log of the last event the ledger had when this was read. */
  readonly reached: number;
}

/** What became of a decision handed over for keeping. */
export type Committed =
  /** Kept. `decision` is what the ledger holds: the one handed over. */
  | { readonly outcome: 'committed'; readonly decision: Decision }
  /** The trigger had been decided before; `decision` is that one. */
  | { readonly outcome: 'existing'; readonly decision: Decision }
  /** A payment that lost the race for its order and side: decide again with the claim as a fact. */
  | { readonly outcome: 'claimed'; readonly by: Claim }
  /** What it was decided upon stands no more, and nothing was kept: read again and decide again. */
  | { readonly outcome: 'overtaken' };

/**
 * Of the other rewards of the beneficiary in the programme that were released after `since`, or ever, where it is absent: fewer
 * than `below` stand, and no more money of its currency than `most`.
 */
export interface ReleaseRoom {
  readonly below?: number;
  readonly most?: Money;
  readonly since?: Instant;
}

/** What a decision was made upon, for the ledger to look at once more in the transaction that keeps it. */
export interface DecidedUpon {
  /**
   * The last decision on the reward as it was read; absent: there was none. Another one since then overtakes, unless it
   * is of the same stage and action as that one and as the decision itself. A person who blocked it meanwhile overtakes
   * every release by a screening.
   */
  readonly previous?: Pick<Decision, 'decisionId' | 'stage' | 'action'>;
  /** After how many others a reward may be released: each of these must stand. */
  readonly room?: readonly ReleaseRoom[];
  /**
   * How far the log went as it was read. What was told since then of the reward, its order, its referral or another of the
   * same referee overtakes, and so does a merge into one of its accounts, or the first that is told of one of its pair.
   */
  readonly reached?: number;
}

/** A decision with what it does to the claim on its order. */
export interface DecisionWrite {
  readonly decision: Decision;
  /** `take` with money that goes out, `free` with a block before payout of the reward that holds it. */
  readonly claim?: {
    readonly effect: 'take' | 'free';
    readonly orderId: string;
    readonly side: ClaimSide;
  };
  /** The trigger it answers: event id, command id, or the end of a wait. */
  readonly trigger: string;
  /** Absent: it is kept whatever came in between. */
  readonly upon?: DecidedUpon;
}

/** The account state a graph projection needs. */
export interface AccountState {
  readonly profile: Profile;
  /** Another as soon as the profile is; opaque. Absent where the ledger keeps no tokens with it ({@link Census.keep}). */
  readonly stamp?: Uint8Array;
  readonly maturedAt?: Instant;
  readonly abusiveAt?: Instant;
}

/** One step of the projection: the accounts and referrals that events up to `cursor` touched. */
export interface ProjectionBatch {
  /** Place of the last of these events in the log. */
  readonly cursor: number;
  /** How many they are. */
  readonly events: number;
  readonly accounts: readonly AccountState[];
  /**
   * Where it is a single event: those of `accounts` of which it says something that holds for all they ever showed: it
   * changed since when they count as mature or abusive, came before others that were recorded earlier, or joined two of
   * them. It may name more where events were recorded together.
   */
  readonly restated: readonly string[];
  /** Those between accounts that are both still there. */
  readonly referrals: readonly Referral[];
  /**
   * Whom referrals joined before an attribution told later came first, and was of others. Whoever of them another referral
   * joins as well is among `referrals`.
   */
  readonly unlinked: readonly Pick<Referral, 'referrerId' | 'refereeId'>[];
  /** Accounts that are no more: erased, or now part of another. */
  readonly erased: readonly string[];
  /** Those among them that one of these events erased, and none before. */
  readonly leaving: readonly string[];
}

/**
 * A screening somebody owes. Kept with whatever called for it, so that no crash forgets it: a wait that ends, a payout
 * service that asked (`reward.due`), an order that was undone (one for each of its rewards), a merge, a correction: an accrual
 * or an earlier link that was told after the reward was let go or held, or the first of its referral, its order or an account
 * of its pair, told after it was held.
 */
export interface Timer {
  readonly rewardId: string;
  /** When it falls due: the end of the wait, the event's own time. */
  readonly at: Instant;
  /** What the screening answers: the event's id, or `wait:` and the id of the decision that waited. */
  readonly trigger: string;
}

/**
 * The truth: events, what they fold to, decisions, claims. An acknowledged call is committed. Implementations agree
 * with the in-memory model in one conformance suite.
 */
export interface Ledger {
  /**
   * Appends events and folds them, with the claims they move, all or none; one answer each, in order.
   *
   * @param entry - goes into the audit trail with them.
   */
  readonly append: (
    events: readonly DomainEvent[],
    entry?: AuditEntry,
  ) => Promise<readonly Appended[]>;
  /** Everything a screening of the reward needs at `asOf`; undefined when the reward is unknown. */
  readonly read: (rewardId: string, asOf: Instant) => Promise<ScreeningRecord | undefined>;
  /** The same for many rewards in a bounded number of requests. */
  readonly readMany: (
    rewardIds: readonly string[],
    asOf: Instant,
  ) => Promise<readonly (ScreeningRecord | undefined)[]>;
  /** Keeps a decision once per trigger, with its claim and its timer, in one transaction. */
  readonly commit: (write: DecisionWrite) => Promise<Committed>;
  readonly commitMany: (writes: readonly DecisionWrite[]) => Promise<readonly Committed[]>;
  /** The decision a trigger was answered with for this reward. */
  readonly decided: (rewardId: string, trigger: string) => Promise<Decision | undefined>;
  readonly decision: (decisionId: string) => Promise<Decision | undefined>;
  /** All decisions on a reward, oldest first. */
  readonly decisionsOn: (rewardId: string) => Promise<readonly Decision[]>;
  /** Rewards of an order, in the order they accrued. */
  readonly rewardsOf: (orderId: string) => Promise<readonly Reward[]>;
  readonly profile: (accountId: string) => Promise<Profile | undefined>;
  /**
   * Screenings owed up to `until`, earliest first (then by reward, then trigger), at most `limit`. A timer goes when
   * its trigger is answered; the end of a wait also when its reward is decided for another reason. A `reward.due` or an
   * undone order that arrives before its reward accrued starts its timers then. A reversed reward owes none until
   * it is paid again.
   */
  readonly timers: (until: Instant, limit: number) => Promise<readonly Timer[]>;
  /**
   * What events after `cursor` touched, at most `limit` events; undefined when there are none. A place in the log belongs to one
   * event for good: a ledger that was put back to an earlier state never gives it to another. They grow from event to event,
   * and nothing else is to be read from them. Rejects with the code `ledger_place_unknown` when no event is at `cursor`:
   * whoever came so far followed another log, or more of this one than there is now. 0 is before all of them.
   */
  readonly changes: (cursor: number, limit: number) => Promise<ProjectionBatch | undefined>;
  /**
   * Records a pair exception; an event like any other, so that a rebuilt store has it.
   *
   * @throws an error with code `ledger_allowance_refused` when nobody answers for it, or it does not end within a year.
   */
  readonly allow: (allowance: Allowance, at: Instant) => Promise<void>;
  /**
   * Takes a pair exception back, with an entry in the audit trail. False when it was none any more. Those of a pair also end
   * with a decision by which a person blocks a reward of theirs as fraud or against the policy, in its transaction.
   */
  readonly disallow: (end: AllowanceEnd) => Promise<boolean>;
  readonly close: () => Promise<void>;
}
