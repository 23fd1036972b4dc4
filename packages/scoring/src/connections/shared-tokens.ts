import { KINDS, type IdentifierKey, type IdentifierKind } from '@doubletake/identity';
import type { ValuePlace } from '../ports/connections.ts';
import type { AccountRef, Holders, Neighbourhood, Token } from '../ports/identity-graph.ts';
import type { Hashing, Member } from '../pair/member.ts';
import { sightedOf } from '../identifiers/sighted-of.ts';
import type { Identity } from '../pair/identities.ts';

/** One account in the middle, with the id it is known by. */
export interface MiddleAccount {
  readonly accountId: string;
  readonly member: Member;
}

/** A value in common, its holders as the graph names them. */
export interface SharedToken {
  readonly kind: IdentifierKind;
  readonly type: IdentifierKey['type'];
  readonly masked: string;
  readonly places: readonly ValuePlace[];
  /** Everybody who holds it, those in the middle included, oldest first. */
  readonly holders: readonly AccountRef[];
  readonly count: number;
}

/** A value of an account in the middle under one of its keys. */
interface Keyed {
  readonly kind: IdentifierKind;
  readonly key: IdentifierKey;
  readonly masked: string;
  readonly place: ValuePlace;
}

/**
 * What accounts share with each other or with anybody else, given their neighbourhood. One value may be shared in
 * several respects (mailbox and domain, home and building): a wider one is named only when more accounts share it.
 */
export function sharedTokens(
  middle: readonly MiddleAccount[],
  { holders }: Pick<Neighbourhood, 'holders'>,
  { tokenise }: Pick<Hashing, 'tokenise'>,
): readonly SharedToken[] {
  const found = new Map<Token, SharedToken>();
  const told = new Set<string>();
  for (const account of middle)
    for (const { kind, key, masked, place } of keysOf(account)) {
      const held = fullest(tokenise(key), holders);
      const [token] = tokenise(key);
      if (token === undefined || held === undefined || held.count < 2) continue;
      // INVARIANT: keys come from the most to the least telling, so the first of equals is the closest.
      const crowd = `${place.accountId} ${kind} ${place.index} ${crowdOf(held)}`;
      const before = found.get(token);
      if (before === undefined && told.has(crowd)) continue;
      told.add(crowd);
      found.set(token, {
        kind,
        type: key.type,
        masked: before?.masked ?? masked,
        places: [...(before?.places ?? []), place],
        holders: held.accounts.map(({ account: ref }) => ref),
        count: held.count,
      });
    }
  return [...found.values()];
}

/** Both tokens of a rotation name the same holders; the fuller answer is the truer one. */
function fullest(tokens: readonly Token[], holders: Neighbourhood['holders']): Holders | undefined {
  return tokens
    .flatMap((token) => holders.get(token) ?? [])
    .reduce<Holders | undefined>(
      (best, held) => (best !== undefined && best.count >= held.count ? best : held),
      undefined,
    );
}

const crowdOf = ({ accounts, count }: Holders): string =>
  `${count} ${accounts.map(({ account }) => account).join(' ')}`;

function keysOf({ accountId, member: { identities, profile } }: MiddleAccount): readonly Keyed[] {
  const each = <Value>(
    kind: IdentifierKind,
    values: readonly Identity<Value>[],
    mask: (value: Value) => string,
  ): readonly Keyed[] =>
    values.flatMap(({ value, keys, seen }) => {
      const index = profile === undefined ? -1 : sightedOf(profile, kind).indexOf(seen);
      return keys.map((key) => ({ kind, key, masked: mask(value), place: { accountId, index } }));
    });
  return [
    ...each('payment', identities.payment, KINDS.payment.mask),
    ...each('device', identities.device, KINDS.device.mask),
    ...each('email', identities.email, KINDS.email.mask),
    ...each('phone', identities.phone, KINDS.phone.mask),
    ...each('address', identities.address, KINDS.address.mask),
    ...each('name', identities.name, KINDS.name.mask),
    ...each('ip', identities.ip, KINDS.ip.mask),
  ];
}
