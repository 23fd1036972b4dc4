import type { FactCatalogue, Rule } from '@doubletake/rules';

/** A rule as people look it up. */
export interface BookedRule {
  /** `pack/name`. */
  readonly id: string;
  readonly pack: string;
  readonly rule: Rule;
  /** The rule as its file has it, in one key order. */
  readonly text: string;
  /** Its named pairs: where they are, and how many. Absent when it has none. */
  readonly tests?: { readonly file: string; readonly cases: number };
}

/** Every rule in force and out of it, to be read: what a policy is compiled from. */
export interface RuleBook {
  /** Pack by pack; in a pack in the order of the votes: strictest first, then by priority, then by name. */
  readonly rules: readonly BookedRule[];
  /** Every fact a rule may read. */
  readonly facts: FactCatalogue;
  /** Hash over every file of the rule set, as decisions name it. */
  readonly version: string;
  /** The commit the files are at, where the host knows it. */
  readonly commit?: string;
}
