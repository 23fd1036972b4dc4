import { parseCalendarDate } from '../../instant.ts';
import type { Money } from '../../money.ts';
import type {
  AccountRole,
  NetworkVerdict,
  ObservedAddress,
  ObservedDevice,
  ObservedPayment,
  ObservedPerson,
  ObservedPhone,
} from '../observed.ts';
import { choice } from './choice.ts';
import { optional, required } from './codec.ts';
import type { Codec } from './codec.ts';
import { components } from './components.ts';
import { list } from './list.ts';
import { flag, share, whole } from './number.ts';
import { isRecord, record } from './record.ts';
import { text } from './text.ts';

/** Text of a phone or a device, where long runs of digits are at home. */
const digits = text({ digits: true, personal: true });
/** What is written of a person. */
export const personal: Codec<string> = text({ personal: true });

const matching = (pattern: RegExp, called: string): Codec<string> =>
  text({ personal: true, form: { test: (value) => pattern.test(value), called } });

const day = text({
  digits: true,
  personal: true,
  form: { test: (value) => parseCalendarDate(value) !== undefined, called: 'a day `YYYY-MM-DD`' },
});

const PERSON_NAMES = ['givenName', 'familyName', 'fullName', 'birthDate'] as const;
const DEVICE_NAMES = ['visitorId', 'installationId', 'components'] as const;

export const roles: Codec<readonly AccountRole[]> = list(
  choice('role', ['customer', 'partner', 'affiliate', 'creator', 'agent', 'employee']),
  6,
);

export const person: Codec<ObservedPerson> = record<ObservedPerson>(
  {
    givenName: optional(personal),
    familyName: optional(personal),
    fullName: optional(personal),
    birthDate: optional(day),
  },
  { someOf: PERSON_NAMES },
);

export const phone: Codec<ObservedPhone> = record<ObservedPhone>({
  number: required(digits),
  region: optional(digits),
});

export const address: Codec<ObservedAddress> = record<ObservedAddress>({
  // forms send their empty second line along
  lines: required(list(text({ blank: true, personal: true }), 8)),
  city: optional(personal),
  region: optional(personal),
  postalCode: optional(personal),
  country: optional(text()),
});

export const payment: Codec<ObservedPayment> = record<ObservedPayment>({
  kind: required(choice('payment kind', ['card', 'paypal', 'iban', 'bank_token', 'wallet'])),
  fingerprint: required(personal),
  provider: optional(text()),
  bin: optional(matching(/^\d{6,8}$/, 'the first six to eight digits of a card')),
  last4: optional(matching(/^\d{4}$/, 'the last four digits of a card')),
  expiry: optional(
    matching(/^(?:(?:0[1-9]|1[0-2])\/\d{2}|\d{4}-(?:0[1-9]|1[0-2]))$/, '`MM/YY` or `YYYY-MM`'),
  ),
});

type Confidence = NonNullable<ObservedDevice['confidence']>;

const wrappedConfidence = record<Exclude<Confidence, number>>({
  score: required(share),
  comment: optional(digits),
});

/** Bare, or as the agent wraps it. */
const confidence: Codec<Confidence> = {
  read: (value, reading) => (isRecord(value) ? wrappedConfidence : share).read(value, reading),
  write: (value) => (typeof value === 'number' ? value : wrappedConfidence.write(value)),
};

export const device: Codec<ObservedDevice> = record<ObservedDevice>(
  {
    visitorId: optional(digits),
    version: optional(digits),
    confidence: optional(confidence),
    installationId: optional(digits),
    components: optional(components),
  },
  { someOf: DEVICE_NAMES },
);

export const network: Codec<NetworkVerdict> = record<NetworkVerdict>(
  {
    vpn: optional(flag),
    proxy: optional(flag),
    hosting: optional(flag),
    tor: optional(flag),
    mobile: optional(flag),
  },
  { someOf: ['vpn', 'proxy', 'hosting', 'tor', 'mobile'] },
);

const currency = text({
  form: { test: (value) => /^[A-Z]{3}$/.test(value), called: 'a currency code such as `EUR`' },
});

export const money: Codec<Money> = record<Money>({
  minor: required(whole),
  currency: required(currency),
});
