import {
  addressKind,
  deviceKind,
  emailKind,
  ipKind,
  isSuspicious,
  nameKind,
  paymentKind,
  phoneKind,
} from '@doubletake/identity';
import {
  rawAddress,
  rawDevice,
  rawEmail,
  rawIp,
  rawName,
  rawPayment,
  rawPhone,
} from '../identifier/raw.ts';
import { accountComparable } from './account.ts';
import { comparable, type Comparable } from './comparable.ts';

/** Everything `compare` compares, in the order of the help. A new kind is a row. */
export const COMPARABLES: readonly Comparable[] = [
  comparable(emailKind, {
    written: 'text',
    raw: rawEmail,
    canonical: ({ canonical }) => canonical,
    // a lookalike or a typo is another mailbox, and must be caught all the same
    same: ({ level }) => isSuspicious(level),
  }),
  comparable(phoneKind, {
    written: 'text with --region, or JSON {"number", "region"}',
    raw: rawPhone,
    canonical: ({ canonical }) => canonical,
  }),
  comparable(addressKind, {
    written: 'text with --country, or JSON {"lines", "city", "postalCode", "country"}',
    raw: rawAddress,
    canonical: ({ canonical }) => canonical,
  }),
  comparable(nameKind, {
    written: 'text, or JSON {"givenName", "familyName", "birthDate"}',
    raw: rawName,
    canonical: ({ canonical }) => canonical,
  }),
  comparable(deviceKind, {
    written: 'JSON as the collector returns it',
    raw: rawDevice,
    canonical: (device) => deviceKind.mask(device),
  }),
  comparable(paymentKind, {
    written: 'JSON {"kind", "fingerprint", "provider"}',
    raw: rawPayment,
    canonical: ({ canonical }) => canonical,
  }),
  comparable(ipKind, {
    written: 'text',
    raw: rawIp,
    canonical: ({ canonical }) => canonical,
  }),
  accountComparable,
];
