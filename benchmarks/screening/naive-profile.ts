import { createHash, createHmac } from 'node:crypto';
import emailAddresses from 'email-addresses';
import { isSupportedCountry, parsePhoneNumberFromString } from 'libphonenumber-js';
import { z } from 'zod';

// How the careful naive version reads a profile: zod checks it, well-known libraries read what they can, the rest is
// lower-cased. Two values are the same when they are equal afterwards.

const text = z.string();
const sighted = <Value extends z.ZodType>(value: Value) =>
  z.array(z.object({ value, firstAt: z.number(), lastAt: z.number() }));
const DEVICE = z.object({
  visitorId: text.optional(),
  installationId: text.optional(),
  components: z.record(text, z.object({ value: z.unknown() })).optional(),
});
const PROFILE = z.object({
  accountId: text,
  createdAt: z.number(),
  people: sighted(
    z.object({ givenName: text, familyName: text, fullName: text, birthDate: text }).partial(),
  ),
  emails: sighted(text),
  phones: sighted(z.object({ number: text, region: text.optional() })),
  addresses: sighted(
    z.object({ lines: z.array(text), postalCode: text.optional(), country: text.optional() }),
  ),
  payments: sighted(z.object({ kind: text, fingerprint: text })),
  devices: sighted(DEVICE),
  ips: sighted(text),
});

/** A profile zod has checked. */
export type NaiveProfile = z.infer<typeof PROFILE>;

/** Two of them, checked. */
export const PAIR = z.object({ referrer: PROFILE, referee: PROFILE });

/** Checks one. */
export const readProfile = (profile: unknown): NaiveProfile => PROFILE.parse(profile);

/** The kinds of values that are looked up, as many as Doubletake's keys. */
export type NaiveKind = keyof ReturnType<typeof plainValues>;

/** Tokens of a profile by kind. */
export type NaiveTokens = ReadonlyMap<NaiveKind, readonly string[]>;

/** Everybody's domains. */
const FREE: ReadonlySet<string> = new Set(
  'gmail.com googlemail.com outlook.com hotmail.com yahoo.com icloud.com gmx.de web.de aol.com'.split(
    ' ',
  ),
);

function emailOf(written: string): string {
  const parsed = emailAddresses.parseOneAddress(written);
  return (parsed && 'address' in parsed ? parsed.address : written).toLowerCase();
}

function phoneOf({ number, region }: NaiveProfile['phones'][number]['value']): string {
  const country = region !== undefined && isSupportedCountry(region) ? region : undefined;
  return parsePhoneNumberFromString(number, country)?.number ?? number;
}

function hardwareOf(components: Readonly<Record<string, unknown>>): string {
  return createHash('sha256').update(JSON.stringify(components)).digest('base64url');
}

function plainValues(profile: NaiveProfile) {
  const emails = profile.emails.map(({ value }) => emailOf(value));
  const addresses = profile.addresses.map(({ value }) => value);
  const devices = profile.devices.map(({ value }) => value);
  const people = profile.people.map(({ value }) => value);
  return {
    email: emails,
    emailBase: emails.map((email) => email.replace(/(?:\+[^@]*|\d+)@/, '@')),
    emailDomain: emails
      .map((email) => email.slice(email.indexOf('@') + 1))
      .filter((domain) => !FREE.has(domain)),
    phone: profile.phones.map(({ value }) => phoneOf(value)),
    address: addresses.map(({ lines, postalCode = '' }) =>
      [...lines, postalCode].join(' ').toLowerCase(),
    ),
    building: addresses.map(({ lines: [first = ''], postalCode = '' }) =>
      `${first} ${postalCode}`.toLowerCase(),
    ),
    name: people.map(({ fullName, givenName = '', familyName = '' }) =>
      (fullName ?? `${givenName} ${familyName}`).toLowerCase(),
    ),
    surname: people.flatMap(({ familyName }) => familyName?.toLowerCase() ?? []),
    payment: profile.payments.map(({ value }) => value.fingerprint),
    installation: devices.flatMap(({ installationId }) => installationId ?? []),
    visitor: devices.flatMap(({ visitorId }) => visitorId ?? []),
    hardware: devices.flatMap(({ components }) => (components ? hardwareOf(components) : [])),
    ip: profile.ips.map(({ value }) => value),
  };
}

/** Hashes every value of a profile, each once. */
export function tokensOf(profile: NaiveProfile, secret: string): NaiveTokens {
  const tokens = new Map<NaiveKind, readonly string[]>();
  const plain = plainValues(profile);
  let kind: NaiveKind;
  for (kind in plain)
    tokens.set(
      kind,
      [...new Set(plain[kind])].map((value) =>
        createHmac('sha256', secret).update(`${kind}|${value}`).digest('base64url').slice(0, 22),
      ),
    );
  return tokens;
}
