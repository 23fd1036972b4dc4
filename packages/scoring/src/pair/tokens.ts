import { deviceKind, type IdentifierKey } from '@doubletake/identity';
import type { HeldToken, Token } from '../ports/identity-graph.ts';
import { identitiesOf, keysOnce, type Identities } from './identities.ts';
import { memo } from './memo.ts';
import type { Profile } from '../state/profile.ts';

/**
 * The keyed hash, as an argument: this package knows no secret. Gives the token under the current key first, and
 * under every older key still being read.
 */
export type Tokenise = (key: IdentifierKey) => readonly Token[];

/** The order in which a profile's keys are listed. */
const KINDS = ['email', 'phone', 'address', 'name', 'payment', 'device', 'ip'] as const;

/** A key of an account with its tokens and the span in which the account showed it. */
export interface SpannedKey extends IdentifierKey {
  readonly tokens: readonly Token[];
  readonly since: number;
  readonly last: number;
}

/** Every key of a profile, each once, its span the widest of the values that share it; remembered with the profile. */
export function spannedKeys(identities: Identities, tokenise: Tokenise): readonly SpannedKey[] {
  return keysUnder(tokenise)(identities);
}

const keysUnder = memo((tokenise: Tokenise) => {
  // Remembered with the values, which outlive the profile they were read from.
  const tokensOf = memo((keys: readonly IdentifierKey[]) => keys.map(tokenise));
  return memo((identities: Identities) => collectKeys(identities, tokensOf));
});

function collectKeys(
  identities: Identities,
  tokensOf: (keys: readonly IdentifierKey[]) => readonly (readonly Token[])[],
): readonly SpannedKey[] {
  const spanned = new Map<Token, SpannedKey>();
  for (const kind of KINDS)
    for (const { keys, seen } of identities[kind])
      for (const [index, tokens] of tokensOf(keys).entries()) {
        const key = keys[index];
        const [token] = tokens;
        if (key === undefined || token === undefined)
          throw new RangeError('a key was given no token');
        const known = spanned.get(token);
        const since = Math.min(seen.firstAt, known?.since ?? seen.firstAt);
        const last = Math.max(seen.lastAt, known?.last ?? seen.lastAt);
        spanned.set(token, { type: key.type, value: key.value, tokens, since, last });
      }
  return [...spanned.values()];
}

/** The tokens a profile puts into the graph. */
export function heldTokens(profile: Profile, tokenise: Tokenise): HeldToken[] {
  return held([
    ...spannedKeys(identitiesOf(profile), tokenise),
    ...earlierNames(profile, tokenise),
  ]);
}

/** The same for profiles that will not be seen again, in their order; nothing of them is remembered. */
export function heldTokensOnce(
  profiles: readonly Profile[],
  tokenise: Tokenise,
): readonly (readonly HeldToken[])[] {
  const all = profiles.map((): SpannedKey[] => []);
  keysOnce(profiles, (nth, keys, { firstAt, lastAt }) => {
    const spanned = all[nth] ?? [];
    for (const { type, value } of keys) {
      // Found before it is hashed: a household has many addresses of the Internet that are one here.
      const at = spanned.findIndex((key) => key.value === value && key.type === type);
      const known = spanned[at];
      const since = Math.min(firstAt, known?.since ?? firstAt);
      const last = Math.max(lastAt, known?.last ?? lastAt);
      const tokens = known?.tokens ?? tokenise({ type, value });
      spanned[known ? at : spanned.length] = { type, value, tokens, since, last };
    }
  });
  return profiles.map((profile, nth) =>
    held([...(all[nth] ?? []), ...earlierNames(profile, tokenise)]),
  );
}

/** What its devices were called before: the graph has it still. */
function earlierNames({ devices }: Profile, tokenise: Tokenise): readonly SpannedKey[] {
  return devices.flatMap(({ firstAt, earlier = [] }) =>
    earlier.flatMap(({ lastAt, ...name }): SpannedKey[] => {
      const read = deviceKind.canonicalise(name);
      if (!read.ok) return [];
      const span = { since: firstAt, last: lastAt };
      return deviceKind.keys(read.value).map((key) => ({ ...key, tokens: tokenise(key), ...span }));
    }),
  );
}

function held(keys: readonly SpannedKey[]): HeldToken[] {
  const tokensHeld: HeldToken[] = [];
  for (const { type, tokens, since, last } of keys)
    for (const token of tokens) tokensHeld.push({ type, token, since, last });
  return tokensHeld;
}
