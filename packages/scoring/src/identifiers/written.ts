import type { IdentifierKind } from '@doubletake/identity';
import type {
  ObservedAddress,
  ObservedDevice,
  ObservedPayment,
  ObservedPerson,
  ObservedPhone,
} from '../events/observed.ts';
import type { Instant } from '../instant.ts';
import type { Profile, Sighted } from '../state/profile.ts';

/** A value of a profile as it was written: it names a person. */
export interface WrittenValue {
  readonly text: string;
  readonly firstAt: Instant;
  readonly lastAt: Instant;
}

const joined = (parts: readonly (string | undefined)[], between: string): string =>
  parts.filter((part) => part !== undefined && part !== '').join(between);

const person = ({ givenName, familyName, fullName, birthDate }: ObservedPerson): string =>
  joined([fullName ?? joined([givenName, familyName], ' '), birthDate], ', ');

const phone = ({ number, region }: ObservedPhone): string => joined([number, region], ' ');

const address = ({ lines, postalCode, city, region, country }: ObservedAddress): string =>
  joined([...lines, joined([postalCode, city], ' '), region, country], ', ');

const payment = ({ kind, provider, bin, last4, expiry, fingerprint }: ObservedPayment): string =>
  joined([kind, provider, joined([bin, last4], '…'), expiry, fingerprint], ' · ');

const device = ({ visitorId, installationId }: ObservedDevice): string =>
  joined(
    [
      visitorId === undefined ? undefined : `visitor ${visitorId}`,
      installationId === undefined ? undefined : `installation ${installationId}`,
    ],
    ' · ',
  ) || 'components only';

function each<Value>(
  sighted: readonly Sighted<Value>[],
  write: (value: Value) => string,
): readonly WrittenValue[] {
  return sighted.map(({ value, firstAt, lastAt }) => ({ text: write(value), firstAt, lastAt }));
}

const same = (value: string): string => value;

/** Where a profile has the values of a kind, and how each is written out. */
const WRITTEN: Readonly<Record<IdentifierKind, (profile: Profile) => readonly WrittenValue[]>> = {
  email: ({ emails }) => each(emails, same),
  phone: ({ phones }) => each(phones, phone),
  address: ({ addresses }) => each(addresses, address),
  name: ({ people }) => each(people, person),
  payment: ({ payments }) => each(payments, payment),
  device: ({ devices }) => each(devices, device),
  ip: ({ ips }) => each(ips, same),
};

/** The values of one kind in the clear, in the profile's order. For eyes that gave a reason, and nowhere else. */
export function writtenValues(profile: Profile, kind: IdentifierKind): readonly WrittenValue[] {
  return WRITTEN[kind](profile);
}

/** The one value of a kind first seen at the instant, in the clear; none where two were, as in `displayed`. */
export function writtenSince(
  profile: Profile,
  kind: IdentifierKind,
  since: Instant,
): string | undefined {
  const [found, ...others] = WRITTEN[kind](profile).filter(({ firstAt }) => firstAt === since);
  return others.length === 0 ? found?.text : undefined;
}
