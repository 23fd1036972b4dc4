import type { RuleTrace } from './explain.ts';
import type { OnMissing, RuleMode, VoteType } from './rule.ts';

/** What one rule asks for. */
export interface Vote {
  /** The rule's id, `pack/name`. */
  rule: string;
  type: VoteType;
  reason: string;
  /** A block that no allowance lifts. */
  final: boolean;
  /** The instant at which a hold ends, in epoch milliseconds; absent when the rule names none or the fact is missing. */
  until?: number;
  priority: number;
}

/** A rule that missing facts leave undecided. It did not match, and it did not fail to match. */
export interface NotEvaluable {
  rule: string;
  /** The facts whose absence left it undecided. */
  missing: readonly string[];
  /** What the rule asks for in this case; no vote is cast for it here. */
  onMissing: OnMissing;
  /** The reason it would have given. */
  reason: string;
  mode: RuleMode;
}

/** A rule that met a fact of the wrong type. */
export interface ErroredRule {
  rule: string;
  message: string;
}

/**
 * What a pack says about one set of facts. Every list is ordered strictest first (block, hold, release), then by
 * priority from the highest, then by rule id.
 */
export interface Evaluation {
  /** Votes of live rules. */
  votes: readonly Vote[];
  /** Votes of shadow rules: for the record, never for the outcome. */
  shadow: readonly Vote[];
  notEvaluable: readonly NotEvaluable[];
  errored: readonly ErroredRule[];
  trace?: readonly RuleTrace[];
}

/** How an evaluation is run. */
export interface EvaluateOptions {
  /** The programme the facts belong to. Without it, rules that are restricted to programmes do not apply. */
  programme?: string | undefined;
  /** Which rules to explain: none (the default), those that voted, or every rule that applies. */
  trace?: 'none' | 'matched' | 'full' | undefined;
}
