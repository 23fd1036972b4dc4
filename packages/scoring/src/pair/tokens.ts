import { KINDS, type IdentifierKey } from '@doubletake/identity';
import type { HeldToken, Token } from '../ports/identity-graph.ts';
import { identitiesOf, type Identities, type Identity } from './identities.ts';
import { memo } from './memo.ts';
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

/** The keys of canonical values, remembered with them. */
const KEYS = {
  email: memo(KINDS.email.keys),
  phone: memo(KINDS.phone.keys),
  address: memo(KINDS.address.keys),
  name: memo(KINDS.name.keys),
  payment: memo(KINDS.payment.keys),
  device: memo(KINDS.device.keys),
  ip: memo(KINDS.ip.keys),
};

/** Every key of a profile, each once, its span the widest of the values that share it; remembered with the profile. */
export function spannedKeys(identities: Identities, tokenise: Tokenise): readonly SpannedKey[] {
  return keysUnder(tokenise)(identities);
}

const keysUnder = memo((tokenise: Tokenise) =>
  memo((identities: Identities) => collectKeys(identities, tokenise)),
);

function collectKeys(identities: Identities, tokenise: Tokenise): readonly SpannedKey[] {
  const keys = new Map<Token, SpannedKey>();
  const addAll = <Value extends object>(
    keysOf: (value: Value) => readonly IdentifierKey[],
    items: readonly Pick<Identity<Value>, 'value' | 'seen'>[],
  ): void => {
    for (const { value, seen } of items)
      for (const key of keysOf(value)) {
        const tokens = tokenise(key);
        const [token] = tokens;
        if (token === undefined) throw new RangeError('a key was given no token');
        const known = keys.get(token);
        const since = Math.min(seen.firstAt, known?.since ?? seen.firstAt);
        const last = Math.max(seen.lastAt, known?.last ?? seen.lastAt);
        keys.set(token, { type: key.type, value: key.value, tokens, since, last });
      }
  };
  addAll(KEYS.email, identities.email);
  addAll(KEYS.phone, identities.phone);
  addAll(KEYS.address, identities.address);
  addAll(KEYS.name, identities.name);
  addAll(KEYS.payment, identities.payment);
  addAll(KEYS.device, identities.device);
  addAll(KEYS.ip, identities.ip);
  return [...keys.values()];
}

/** The tokens a profile puts into the graph. */
export function heldTokens(profile: Profile, tokenise: Tokenise): HeldToken[] {
  return spannedKeys(identitiesOf(profile), tokenise).flatMap(({ type, tokens, since, last }) =>
    tokens.map((token) => ({ type, token, since, last })),
  );
}
