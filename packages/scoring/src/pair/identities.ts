import {
  addressKind,
  deviceKind,
  emailKind,
  ipKind,
  nameKind,
  paymentKind,
  phoneKind,
  type Address,
  type Device,
  type Email,
  type IdentifierKey,
  type Ip,
  type Kind,
  type Payment,
  type PersonName,
  type Phone,
} from '@doubletake/identity';
import { memo, memoText } from './memo.ts';
import type { Profile, Sighted, SightedDevice, SightedIp } from '../state/profile.ts';

/** A canonical value with its place in the profile it came from. */
export interface Identity<Value, Seen = Sighted<unknown>> {
  readonly value: Value;
  /** What the value is known by outside, before hashing; none when it identifies nobody. */
  readonly keys: readonly IdentifierKey[];
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

/** A written value as it was read; nothing when it could not be. */
type Reading<Value> = readonly Pick<Identity<Value>, 'value' | 'keys'>[];

const reader =
  <Raw, Value>({ canonicalise, keys }: Kind<Raw, Value>): ((raw: Raw) => Reading<Value>) =>
  (raw) => {
    const canonical = canonicalise(raw);
    // An unreadable value identifies nobody; the profile keeps it as written for the analyst.
    return canonical.ok ? [{ value: canonical.value, keys: keys(canonical.value) }] : [];
  };

/** Reads one value of each kind; remembered, since a profile is read at each of its screenings. */
const READ = {
  email: memoText(reader(emailKind)),
  phone: memo(reader(phoneKind)),
  address: memo(reader(addressKind)),
  name: memo(reader(nameKind)),
  payment: memo(reader(paymentKind)),
  device: memo(reader(deviceKind)),
  ip: memoText(reader(ipKind)),
};

function read<Raw, Value, Seen extends Sighted<Raw>>(
  readOne: (raw: Raw) => Reading<Value>,
  sighted: readonly Seen[],
): Identity<Value, Seen>[] {
  const identities: Identity<Value, Seen>[] = [];
  for (const [index, seen] of sighted.entries())
    for (const { value, keys } of readOne(seen.value))
      identities.push({ value, keys, seen, index });
  return identities;
}

/** Canonicalises a whole profile; the same profile gives the same object. */
export const identitiesOf: (profile: Profile) => Identities = memo((profile: Profile) => ({
  email: read(READ.email, profile.emails),
  phone: read(READ.phone, profile.phones),
  address: read(READ.address, profile.addresses),
  name: read(READ.name, profile.people),
  payment: read(READ.payment, profile.payments),
  device: read(READ.device, profile.devices),
  ip: read(READ.ip, profile.ips),
}));

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
