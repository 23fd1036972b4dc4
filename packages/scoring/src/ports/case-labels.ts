import type { Label } from '../events/event.ts';
import type { Instant } from '../instant.ts';
import type { Conclusion } from './review-case.ts';

/** How often cases a rule held were given a label. */
export interface RuleLabels {
  /** `pack/name`. */
  readonly rule: string;
  readonly label: Label;
  readonly scoreVisible: boolean;
  readonly count: number;
}

/** How often two different people gave a case these labels, the earlier first. */
export interface LabelPairs {
  readonly first: Label;
  readonly second: Label;
  readonly count: number;
}

/** From, and before. */
export interface Period {
  readonly from: Instant;
  readonly to: Instant;
}

/** What people concluded, for learning and for judging rules and people. */
export interface CaseLabels {
  /** Everything concluded about a case, undone and sent back included, in the order it was. */
  readonly conclusions: (caseId: string) => Promise<readonly Conclusion[]>;
  /** Per rule; final conclusions and opinions given in the period. */
  readonly ruleLabels: (period: Period) => Promise<readonly RuleLabels[]>;
  /** Per pair of people who labelled a case in the period. */
  readonly agreement: (period: Period) => Promise<readonly LabelPairs[]>;
}
