import type { ByHypothesis } from '../decision.ts';

/** One rung of an identity ladder. */
export interface ModelLevel {
  readonly level: string;
  /** Share of pairs of each story that genuinely share this identifier, 0 to 1. */
  readonly shares: ByHypothesis;
  /** Typical share of honest accounts holding one value of this kind: the u that unseen values are given. */
  readonly typical: number;
  /** How many accounts' worth of belief `typical` carries against what was counted. */
  readonly alpha: number;
}

/** Two profiles share an identifier, and how common that value is decides what it is worth. */
export interface IdentitySignal {
  readonly kind: 'identity';
  readonly signal: string;
  /** Independent line of evidence; signals of one group never count as two. */
  readonly group: string;
  /** Strongest rung first. */
  readonly levels: readonly ModelLevel[];
  /** No more bits than this either way. */
  readonly capBits: number;
}

/** A fact with a few possible values; a value the table does not list takes what is left of each column. */
export interface TableSignal {
  readonly kind: 'table';
  readonly signal: string;
  readonly group: string;
  readonly table: Readonly<Record<string, ByHypothesis>>;
  readonly capBits: number;
}

/** A weight computed elsewhere, in bits, that counts for some stories. */
export interface NumericSignal {
  readonly kind: 'numeric';
  readonly signal: string;
  readonly group: string;
  /** Share of the bits each story takes, 0 or 1. */
  readonly takes: ByHypothesis;
  readonly capBits: number;
}

export type ModelSignal = IdentitySignal | TableSignal | NumericSignal;

/** Evidence weights as a file: `rules/model.json`. The order of signals is the order of explanation. */
export interface Model {
  readonly version: string;
  /** How common each story is before anything is seen; adds up to 1. */
  readonly prior: ByHypothesis;
  /** Bounds of the probability a decision may state. */
  readonly clamp: { readonly from: number; readonly to: number };
  readonly signals: readonly ModelSignal[];
}
