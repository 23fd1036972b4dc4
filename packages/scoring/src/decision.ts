import type { Facts, VoteType } from '@doubletake/rules';
import type { Label } from './events/event.ts';
import type { Instant } from './instant.ts';

/** The five stories a pair can tell. */
export const HYPOTHESES = ['unrelated', 'household', 'assisted', 'self', 'ring'] as const;
export type Hypothesis = (typeof HYPOTHESES)[number];

/** A number for each story. */
export type ByHypothesis = Readonly<Record<Hypothesis, number>>;

export type Outcome = VoteType;

/** What the payout service is told to do. */
export type Action = 'pay' | 'wait' | 'review' | 'void' | 'claw_back';

/** When in a reward's life it was decided. */
export type Stage = 'accrual' | 'due' | 'post_payout' | 'review';

/** The evidence of one signal. */
export interface Contribution {
  readonly signal: string;
  readonly level: string;
  /** Weight in bits, positive towards abuse, given everything seen before it. */
  readonly bits: number;
  /** Accounts holding the shared value at that time, the pair included, up to 128. */
  readonly sharedBy?: number;
  /** When the compared value was first seen on each side: where it is found again when the decision is read. */
  readonly referrerSince?: Instant;
  readonly refereeSince?: Instant;
}

/** What the score would have been without one signal. */
export interface Counterfactual {
  readonly without: string;
  readonly score: number;
}

/** Why, for two readers: the analyst's text names evidence, the customer's gives nothing away. */
export interface Reason {
  readonly code: string;
  /** `pack/name` of the rule that gave it. */
  readonly rule: string;
  readonly text: string;
  readonly customerText: string;
}

/** What every part of the decision was made from. */
export interface Versions {
  readonly rules: string;
  readonly model: string;
  readonly identity: string;
  readonly lists: string;
}

/** A rule that would have voted, had it been live. */
export interface ShadowVote {
  readonly rule: string;
  readonly outcome: Outcome;
}

/** A rule whose answer hangs on facts that are missing. */
export interface NotEvaluable {
  readonly rule: string;
  readonly missing: readonly string[];
}

/** Whose decision it is, where a person decided. */
export interface ReviewedBy {
  readonly caseId: string;
  readonly commandId: string;
  /** The holding decision they had before them. */
  readonly of: string;
  readonly by: string;
  /** Who approved it, where two had to. */
  readonly secondBy?: string;
  readonly outcome: Outcome;
  readonly reason: string;
  readonly label: Label;
  readonly scoreVisible: boolean;
  /** With a release: the risk rules that spoke against it when it was given, `pack/name`. */
  readonly overruled?: readonly string[];
}

/** A decision, never changed once written. Display values are rendered from the profiles when it is read. */
export interface Decision {
  /** Hash of what triggered it: the same trigger gives the same decision. */
  readonly decisionId: string;
  readonly rewardId: string;
  readonly programmeId: string;
  readonly stage: Stage;
  readonly at: Instant;
  readonly outcome: Outcome;
  readonly action: Action;
  /** With `wait`: when to ask again. */
  readonly until?: Instant;
  /** 100 × probability, one decimal. */
  readonly score: number;
  readonly probability: number;
  readonly priorBits: number;
  readonly logOddsBits: number;
  readonly posterior: ByHypothesis;
  readonly contributions: readonly Contribution[];
  readonly counterfactuals: readonly Counterfactual[];
  readonly reasons: readonly Reason[];
  readonly determiningRules: readonly string[];
  readonly erroredRules: readonly string[];
  readonly notEvaluable: readonly NotEvaluable[];
  readonly shadow: readonly ShadowVote[];
  /** Set when a store was down and the programme's fail mode decided. */
  readonly degraded?: string;
  /** With `degraded`: what the last decision that saw everything said against paying. It stands until another sees everything. */
  readonly standing?: 'hold' | 'block';
  /** Set when an observing programme pays whatever was decided. */
  readonly observeOnly?: true;
  /** With stage `review`. */
  readonly review?: ReviewedBy;
  readonly versions: Versions;
  /** Everything the rules read; replaying it gives the same outcome. */
  readonly facts: Facts;
  /**
   * Set once it is past its time, 24 months: contributions and counterfactuals are gone, and of the facts all but what a
   * person decided.
   */
  readonly evidenceExpired?: true;
}
