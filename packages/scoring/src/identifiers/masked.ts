import { KINDS, type IdentifierKind } from '@doubletake/identity';
import type { Instant } from '../instant.ts';
import { identitiesOf, type Identities, type Identity } from '../pair/identities.ts';
import type { Profile } from '../state/profile.ts';
import { sightedOf } from './sighted-of.ts';

/** A value of a profile, masked: enough to recognise it, not to contact anybody. */
export interface MaskedValue {
  readonly kind: IdentifierKind;
  /** Position in the profile's list of its kind. */
  readonly index: number;
  /** Absent when the value could not be read: nothing is known of it that might be shown. */
  readonly masked?: string;
  readonly firstAt: Instant;
  readonly lastAt: Instant;
}

const each = <Value>(
  read: readonly Identity<Value>[],
  mask: (value: Value) => string,
): ReadonlyMap<unknown, string> => new Map(read.map(({ value, seen }) => [seen, mask(value)]));

/** How the values of each kind are masked, by their entry in the profile. */
const MASKED: Readonly<Record<IdentifierKind, (of: Identities) => ReadonlyMap<unknown, string>>> = {
  name: ({ name }) => each(name, KINDS.name.mask),
  email: ({ email }) => each(email, KINDS.email.mask),
  phone: ({ phone }) => each(phone, KINDS.phone.mask),
  address: ({ address }) => each(address, KINDS.address.mask),
  payment: ({ payment }) => each(payment, KINDS.payment.mask),
  device: ({ device }) => each(device, KINDS.device.mask),
  ip: ({ ip }) => each(ip, KINDS.ip.mask),
};

/** The kinds of identifier, in the order an account's are shown. */
export const IDENTIFIER_KINDS: readonly IdentifierKind[] = [
  'name',
  'email',
  'phone',
  'address',
  'payment',
  'device',
  'ip',
];

/** Everything a profile holds, masked, kind by kind. */
export function maskedValues(profile: Profile): readonly MaskedValue[] {
  const identities = identitiesOf(profile);
  return IDENTIFIER_KINDS.flatMap((kind) => {
    const masks = MASKED[kind](identities);
    return sightedOf(profile, kind).map((seen, index) => {
      const { firstAt, lastAt } = seen;
      const masked = masks.get(seen);
      return { kind, index, firstAt, lastAt, ...(masked === undefined ? {} : { masked }) };
    });
  });
}
