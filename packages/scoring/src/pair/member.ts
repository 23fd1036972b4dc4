import type { AccountRef, PairMember, TypedToken } from '../ports/identity-graph.ts';
import type { Profile } from '../state/profile.ts';
import { NO_IDENTITIES, identitiesOf, type Identities } from './identities.ts';
import { spannedKeys, type SpannedKey, type Tokenise } from './tokens.ts';

/** One side of a pair, ready to compare and to ask the graph about. */
export interface Member {
  readonly account: AccountRef;
  /** Absent when the account was never observed. */
  readonly profile?: Profile;
  readonly identities: Identities;
  readonly keys: readonly SpannedKey[];
}

/** The keyed hashes of the deployment: one for identifiers, one for account ids. */
export interface Hashing {
  /** Ids of the keys that make tokens, the current one first; absent where tokens are made for this process alone. */
  readonly kids?: readonly string[];
  readonly tokenise: Tokenise;
  readonly accountRef: (accountId: string) => AccountRef;
}

/** Reads an account's profile, or states that there is none. */
export function memberOf(
  accountId: string,
  profile: Profile | undefined,
  hashing: Hashing,
): Member {
  const account = hashing.accountRef(accountId);
  if (!profile) return { account, identities: NO_IDENTITIES, keys: [] };
  const identities = identitiesOf(profile);
  return { account, profile, identities, keys: spannedKeys(identities, hashing.tokenise) };
}

/** What the graph is asked about this side. */
export function questionOf(member: Member): PairMember {
  const asked: TypedToken[] = [];
  for (const { type, tokens } of member.keys)
    for (const token of tokens) asked.push({ type, token });
  return { account: member.account, tokens: asked };
}
