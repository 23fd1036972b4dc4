import type { ShownPeriod, ShownShare } from './statistics.ts';

/** A condition in words, with those inside it. */
export interface ShownCondition {
  readonly text: string;
  /** What its author called it. */
  readonly name: string | undefined;
  /** What the facts it reads mean. */
  readonly hint: string | undefined;
  readonly parts: readonly ShownCondition[];
}

/** A mode, or a kind of vote, as a tag. */
interface ShownTag {
  readonly text: string;
  readonly tone: 'plain' | 'good' | 'fair' | 'bad';
}

export interface RuleRow {
  readonly name: string;
  readonly href: string;
  readonly description: string;
  readonly mode: ShownTag;
  readonly vote: ShownTag;
  /** How often it decided in the period; on trial, how often it would have voted. */
  readonly votes: string;
  readonly precision: ShownShare | undefined;
  readonly tests: string;
}

/** Where the rules are from. */
interface ShownSource {
  readonly version: string;
  readonly commit: string | undefined;
}

export interface RuleViews {
  rules: {
    readonly title: string;
    readonly source: ShownSource;
    readonly period: ShownPeriod;
    readonly packs: readonly {
      readonly name: string;
      readonly judges: string;
      readonly rules: readonly RuleRow[];
    }[];
  };
  rule: {
    readonly title: string;
    readonly source: ShownSource;
    readonly period: ShownPeriod;
    readonly id: string;
    readonly description: string;
    readonly mode: ShownTag & { readonly meaning: string };
    readonly vote: ShownTag & { readonly meaning: string };
    readonly facts: readonly { readonly name: string; readonly value: string }[];
    readonly condition: ShownCondition;
    readonly onMissing: string;
    readonly acceptedRisk: string | undefined;
    readonly reason: {
      readonly code: string;
      readonly analyst: string;
      readonly customer: string;
      readonly cases: string;
    };
    readonly votes: readonly { readonly what: string; readonly count: string }[];
    readonly shares: readonly {
      readonly name: string;
      readonly hint: string;
      readonly share: ShownShare | undefined;
    }[];
    readonly labels: string;
    readonly tests: { readonly file: string; readonly cases: string } | undefined;
    readonly text: string;
  };
}
