import type { Outcome } from '../decision.ts';
import type { Label } from '../events/event.ts';
import type { Instant } from '../instant.ts';
import type { Period } from './case-labels.ts';
import type { ConclusionStatus, ReviewCase } from './review-case.ts';

/** How many cases opened and closed between two instants. */
export interface CaseFlow {
  readonly opened: number;
  readonly closed: number;
}

/** What the cases that closed in a period came to. */
export interface Closings {
  /** By how they ended, the words in alphabetical order. */
  readonly outcomes: readonly {
    readonly outcome: ReviewCase['outcome'] & {};
    readonly count: number;
  }[];
  /** From opening to closing, in milliseconds, of those a person answered; nearest ranks. Absent when there are none. */
  readonly answered?: { readonly count: number; readonly p50: number; readonly p95: number };
}

/** How many conclusions are alike. */
export interface ConclusionCount {
  readonly by: string;
  readonly status: ConclusionStatus;
  /** Absent on an opinion. */
  readonly outcome?: 'release' | 'block';
  readonly label: Label;
  readonly scoreVisible: boolean;
  readonly count: number;
}

/** How well final conclusions of a period held. */
export interface Overturned {
  readonly final: number;
  /** Their case was opened again since. */
  readonly reopened: number;
  /**
   * Answered otherwise since: by a later screening that no rule of the terms decided, or by a later final conclusion on
   * the same case.
   */
  readonly contrary: number;
}

/** How often a rule decided, or on trial would have voted. */
export interface RuleVotes {
  /** `pack/name`. */
  readonly rule: string;
  readonly outcome: Outcome;
  /** On trial: it was evaluated and did not count. */
  readonly shadow: boolean;
  readonly count: number;
}

/** What can be counted over cases and decisions. The work grows with what happened in the period, not with the past. */
export interface CaseStatistics {
  /** Between each two neighbouring instants, from and before; at most 400, ascending. */
  readonly flow: (edges: readonly Instant[]) => Promise<readonly CaseFlow[]>;
  /** How many of the cases that wait for a person now opened between each two neighbouring instants. */
  readonly waiting: (edges: readonly Instant[]) => Promise<readonly number[]>;
  readonly closings: (period: Period) => Promise<Closings>;
  /** Everything concluded in the period, undone and sent back included. */
  readonly given: (period: Period) => Promise<readonly ConclusionCount[]>;
  /** Of the conclusions given in the period. */
  readonly overturned: (period: Period) => Promise<Overturned>;
  readonly ruleVotes: (period: Period) => Promise<readonly RuleVotes[]>;
}
