import {
  addressKind,
  deviceKind,
  emailKind,
  forgetTexts as forgetIdentifiers,
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

/** Those that are texts are remembered beyond the profile they came with. */
const EMAILS = memoText(reader(emailKind));
const IPS = memoText(reader(ipKind));

/** Forgets what was read of anybody, wherever it was remembered by its text. */
export function forgetTexts(): void {
  EMAILS.forget();
  IPS.forget();
  forgetIdentifiers();
}

/** Reads one value of each kind. */
const READ = {
  email: reader(emailKind),
  phone: reader(phoneKind),
  address: reader(addressKind),
  name: reader(nameKind),
  payment: reader(paymentKind),
  device: reader(deviceKind),
  ip: reader(ipKind),
};

/** The same, remembered, since a profile is read at each of its screenings. */
const REMEMBERED: typeof READ = {
  email: EMAILS,
  phone: memo(READ.phone),
  address: memo(READ.address),
  name: memo(READ.name),
  payment: memo(READ.payment),
  device: memo(READ.device),
  ip: IPS,
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
export const identitiesOf: (profile: Profile) => Identities = memo((profile) => ({
  email: read(REMEMBERED.email, profile.emails),
  phone: read(REMEMBERED.phone, profile.phones),
  address: read(REMEMBERED.address, profile.addresses),
  name: read(REMEMBERED.name, profile.people),
  payment: read(REMEMBERED.payment, profile.payments),
  device: read(REMEMBERED.device, profile.devices),
  ip: read(REMEMBERED.ip, profile.ips),
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

/** Hears the keys that were read of the profile that stands so far down the list, and when they were seen. */
type OnKeys = (nth: number, keys: readonly IdentifierKey[], seen: Sighted<unknown>) => void;

/**
 * Reads profiles that will not be seen again, for their keys alone: neither is remembering worth what it costs, nor is
 * keeping values until all are read. Kind by kind, in the order of `KINDS`: what reading a kind needs then stays at hand,
 * and profile by profile takes half as long again.
 */
export function keysOnce(profiles: readonly Profile[], onKeys: OnKeys): void {
  const readAll = <Raw>(
    readOne: (raw: Raw) => Reading<unknown>,
    listOf: (profile: Profile) => readonly Sighted<Raw>[],
  ): void => {
    for (const [nth, profile] of profiles.entries())
      for (const seen of listOf(profile))
        for (const { keys } of readOne(seen.value)) onKeys(nth, keys, seen);
  };
  readAll(READ.email, ({ emails }) => emails);
  readAll(READ.phone, ({ phones }) => phones);
  readAll(READ.address, ({ addresses }) => addresses);
  readAll(READ.name, ({ people }) => people);
  readAll(READ.payment, ({ payments }) => payments);
  readAll(READ.device, ({ devices }) => devices);
  readAll(READ.ip, ({ ips }) => ips);
}
