import type { IdentifierKey } from '@doubletake/identity';
import type { AccountRef, Holder, Token } from '../ports/identity-graph.ts';
import type { Member } from './member.ts';
import type { Scene } from './pair.ts';

/** Who holds a value, across the keys it is hashed under while a key is being rotated. */
export interface Held {
  readonly accounts: readonly Holder[];
  readonly count: number;
  readonly matured: number;
}

const NOBODY: Held = { accounts: [], count: 0, matured: 0 };

/** Holders of one key of a member; nobody when the member does not show that key. */
export function holdersOf(scene: Scene, member: Member, key: IdentifierKey | undefined): Held {
  const known =
    key && member.keys.find((each) => each.type === key.type && each.value === key.value);
  return known ? holdersOfTokens(scene, known.tokens) : NOBODY;
}

/** Holders of a value by the tokens it is hashed to. */
export function holdersOfTokens(scene: Scene, tokens: readonly Token[]): Held {
  let held = NOBODY;
  for (const token of tokens) {
    const answer = scene.neighbourhood.holders.get(token);
    // Both tokens of a rotation name the same holders; the fuller answer is the truer one.
    if (answer && answer.count >= held.count) held = answer;
  }
  return held;
}

/** Holders of a value both sides share in different spellings: the more common spelling decides. */
export function commoner(left: Held, right: Held): Held {
  return right.count > left.count ? right : left;
}

/** The other referees of this pair's referrer. */
export function coReferees(scene: Scene): ReadonlySet<AccountRef> {
  const others = new Set(scene.neighbourhood.referees.map((referee) => referee.account));
  others.delete(scene.referee.account);
  others.delete(scene.referrer.account);
  return others;
}
