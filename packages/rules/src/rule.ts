import type { Scalar } from './fact.ts';
import type { OperatorName } from './operators/operator.ts';

/** What stands on the right in a rule file: one value, a list of one type, or another fact. */
export type Operand = Scalar | readonly Scalar[] | { readonly fact: string };

/** One comparison: fact, operator, value. */
export interface Comparison {
  /** A label for people, shown in traces. */
  readonly name?: string;
  readonly fact: string;
  readonly operator: OperatorName;
  readonly value: Operand;
}

/** A group of conditions: every one (`all`), at least one (`any`), or the opposite of one (`not`). */
export type Group =
  | { readonly name?: string; readonly all: readonly Condition[] }
  | { readonly name?: string; readonly any: readonly Condition[] }
  | { readonly name?: string; readonly not: Condition };

/** A comparison or a group of conditions, as json-rules-engine defines them. */
export type Condition = Comparison | Group;

/** What a rule can vote for. */
export type VoteType = 'release' | 'hold' | 'block';

/** The vote types, strictest first. */
export const VOTE_TYPES: readonly VoteType[] = ['block', 'hold', 'release'];

/** `live` rules count, `shadow` rules are evaluated and reported only, `off` rules are not evaluated. */
export type RuleMode = 'live' | 'shadow' | 'off';

/** The modes a rule can be in. */
export const RULE_MODES: readonly RuleMode[] = ['live', 'shadow', 'off'];

/** What a rule that cannot be evaluated for want of facts asks for. */
export type OnMissing = 'ignore' | 'hold';

/** The answers to missing facts. */
export const ON_MISSING: readonly OnMissing[] = ['ignore', 'hold'];

/** What a rule says when its conditions hold. */
export interface RuleEvent {
  type: VoteType;
  params: {
    /** A code from the list of reasons. */
    reason: string;
    /** On a block: no allowance lifts it. Default false. */
    final?: boolean;
    /** On a hold: the instant fact at which the wait ends. */
    until?: string;
  };
}

/** A rule file: a json-rules-engine rule in an envelope. */
export interface Rule {
  /** Kebab-case, unique in its pack. */
  name: string;
  description: string;
  mode: RuleMode;
  /** The programmes it applies to. Absent means all of them. */
  programmes?: readonly string[];
  /** Orders votes of the same type, highest first. A whole number from 1. Default 1. */
  priority?: number;
  conditions: Group;
  event: RuleEvent;
  /** Default `ignore`. */
  onMissing?: OnMissing;
  /** Why a block may rest on a single match. */
  acceptedRisk?: string;
}

/** A named set of rules. A rule's id is `${pack}/${rule.name}`. */
export interface Pack {
  name: string;
  rules: readonly Rule[];
}
