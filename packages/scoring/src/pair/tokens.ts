import { KINDS, type IdentifierKey, type KeyType } from '@doubletake/identity';
import type { HeldToken, Token } from '../ports/identity-graph.ts';
import { identitiesOf, type Identities } from './identities.ts';
import type { Profile } from '../state/profile.ts';

/**
 * The keyed hash, as an argument: this package knows no secret. Gives the token under the current key first, and
 * under every older key still being read.
 */
export type Tokenise = (key: IdentifierKey) => readonly Token[];

/** A key of an account with its tokens and the span in which the account showed it. */
export interface SpannedKey extends IdentifierKey {
  readonly tokens: readonly Token[];
  readonly since: number;
  readonly last: number;
}

/** Every key of a profile, each once, its span the widest of the values that share it. */
export function spannedKeys(identities: Identities, tokenise: Tokenise): SpannedKey[] {
  const keys = new Map<string, SpannedKey>();
  const add = (key: IdentifierKey, since: number, last: number): void => {
    const id = `${key.type}|${key.value}`;
    const known = keys.get(id);
    keys.set(id, {
      ...key,
      tokens: known?.tokens ?? tokenise(key),
      since: Math.min(since, known?.since ?? since),
      last: Math.max(last, known?.last ?? last),
    });
  };
  const addAll = <Value>(
    kind: { readonly keys: (value: Value) => readonly IdentifierKey[] },
    items: readonly { value: Value; seen: { firstAt: number; lastAt: number } }[],
  ): void => {
    for (const { value, seen } of items)
      for (const key of kind.keys(value)) add(key, seen.firstAt, seen.lastAt);
  };
  addAll(KINDS.email, identities.email);
  addAll(KINDS.phone, identities.phone);
  addAll(KINDS.address, identities.address);
  addAll(KINDS.name, identities.name);
  addAll(KINDS.payment, identities.payment);
  addAll(KINDS.device, identities.device);
  addAll(KINDS.ip, identities.ip);
  return [...keys.values()];
}

/** The tokens a profile puts into the graph. */
export function heldTokens(profile: Profile, tokenise: Tokenise): HeldToken[] {
  return spannedKeys(identitiesOf(profile), tokenise).flatMap(({ type, tokens, since, last }) =>
    tokens.map((token) => ({ type, token, since, last })),
  );
}

/** Key types in a stable order, for facts and tests. */
export type { KeyType };
