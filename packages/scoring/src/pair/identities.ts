import {
  addressKind,
  deviceKind,
  emailKind,
  ipKind,
  nameKind,
  paymentKind,
  phoneKind,
  type Address,
  type Canonicalised,
  type Device,
  type Email,
  type Ip,
  type Kind,
  type Payment,
  type PersonName,
  type Phone,
} from '@doubletake/identity';
import type { Profile, Sighted, SightedDevice, SightedIp } from '../state/profile.ts';

/** A canonical value with its place in the profile it came from. */
export interface Identity<Value, Seen = Sighted<unknown>> {
  readonly value: Value;
  readonly seen: Seen;
  /** Position in the profile's list of that kind. */
  readonly index: number;
}

/** A profile as it compares: every value of every kind that could be read. */
export interface Identities {
  readonly email: readonly Identity<Email>[];
  readonly phone: readonly Identity<Phone>[];
  readonly address: readonly Identity<Address>[];
  readonly name: readonly Identity<PersonName>[];
  readonly payment: readonly Identity<Payment>[];
  readonly device: readonly Identity<Device, SightedDevice>[];
  readonly ip: readonly Identity<Ip, SightedIp>[];
}

function read<Raw, Value, Seen extends Sighted<Raw>>(
  kind: Pick<Kind<Raw, Value>, 'canonicalise'>,
  sighted: readonly Seen[],
): Identity<Value, Seen>[] {
  return sighted.flatMap((seen, index) => {
    const canonical: Canonicalised<Value> = kind.canonicalise(seen.value);
    // An unreadable value identifies nobody; the profile keeps it as written for the analyst.
    return canonical.ok ? [{ value: canonical.value, seen, index }] : [];
  });
}

/** Canonicalises a whole profile. */
export function identitiesOf(profile: Profile): Identities {
  return {
    email: read(emailKind, profile.emails),
    phone: read(phoneKind, profile.phones),
    address: read(addressKind, profile.addresses),
    name: read(nameKind, profile.people),
    payment: read(paymentKind, profile.payments),
    device: read(deviceKind, profile.devices),
    ip: read(ipKind, profile.ips),
  };
}

/** What an account that was never observed compares as: nothing. */
export const NO_IDENTITIES: Identities = {
  email: [],
  phone: [],
  address: [],
  name: [],
  payment: [],
  device: [],
  ip: [],
};
