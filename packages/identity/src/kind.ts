import type { IdentityErrorCode } from './errors.ts';

/** The identifier kinds Doubletake compares, in the order they are shown. */
export type IdentifierKind = 'email' | 'phone' | 'address' | 'name' | 'payment' | 'device' | 'ip';

/**
 * What a canonical value is known by outside this room: each is hashed with its type before it enters the graph, so
 * that an e-mail never meets a phone. One identifier may be known by several keys, from the most to the least telling.
 */
export type KeyType = (typeof KEY_TYPES)[number];

/** Every key type, once. A place in the list may be written down for its type: new ones are added at the end. */
export const KEY_TYPES = [
  'email',
  'email.base',
  'email.domain',
  'phone',
  'address',
  'building',
  'name',
  'surname',
  'payment',
  'installation',
  'visitor',
  'hardware',
  'ip',
] as const;

/** A canonical value under its type, before hashing. Never stored as it stands. */
export interface IdentifierKey {
  readonly type: KeyType;
  readonly value: string;
}

/** How two identifiers of one kind relate. */
export interface Comparison {
  /** Rung of the kind's ladder, `none` when nothing agrees, `unknown` when the two cannot be compared. */
  readonly level: string;
  /** Whether the two denote the same mailbox, line, home, person, instrument, device or host. */
  readonly same: boolean;
  /** How alike they are, 0 to 1; 1 is canonically equal. */
  readonly similarity: number;
  /** Why, as short phrases for an analyst, most important first; never the values themselves. */
  readonly why: readonly string[];
}

/** Why a written identifier could not be read. */
export interface IdentityProblem {
  readonly code: IdentityErrorCode;
  readonly message: string;
  /** The offending text as it was written, cut to 80 characters. */
  readonly text: string;
}

/** A canonical value, or the reason there is none. */
export type Canonicalised<Value> =
  | { readonly ok: true; readonly value: Value }
  | { readonly ok: false; readonly problem: IdentityProblem };

/** What every kind can do. The table in `kinds.ts` has one row for each. */
export interface Kind<Raw, Value> {
  readonly kind: IdentifierKind;
  /** Reads one written value. Canonicalising the canonical text again changes nothing. */
  readonly canonicalise: (raw: Raw) => Canonicalised<Value>;
  /** Compares two canonical values; symmetric. */
  readonly compare: (left: Value, right: Value) => Comparison;
  /** The keys the value enters the graph under; empty when the value identifies nobody (a placeholder). */
  readonly keys: (value: Value) => readonly IdentifierKey[];
  /** A masked rendering for an analyst who may not see the value: enough to recognise, not to contact. */
  readonly mask: (value: Value) => string;
}
