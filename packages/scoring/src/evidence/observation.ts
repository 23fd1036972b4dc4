import type { Instant } from '../instant.ts';

/** What one signal saw of a pair, before it is weighed. */
export type Observation =
  /** Nothing to compare: weighs nothing, and says why. */
  | { readonly kind: 'missing'; readonly why: string }
  /** Two identifiers were compared on a ladder. */
  | IdentityObservation
  | { readonly kind: 'table'; readonly level: string }
  | { readonly kind: 'numeric'; readonly level: string; readonly bits: number };

export interface IdentityObservation {
  readonly kind: 'identity';
  /** The strongest rung that agrees, `none` when no rung does. */
  readonly level: string;
  /** Rungs both sides could be compared on; a rung nobody could compare says nothing. */
  readonly comparable: readonly string[];
  /** Matured accounts outside the pair that hold the shared value. */
  readonly matured: number;
  /** Accounts holding it, the pair included. */
  readonly sharedBy?: number;
  /** When each of the two values was first seen, for display. */
  readonly referrerSince?: Instant;
  readonly refereeSince?: Instant;
}

/** What every signal saw, by its name. */
export type Observations = Readonly<Record<string, Observation>>;

/** A signal with nothing to look at. */
export const missing = (why: string): Observation => ({ kind: 'missing', why });
