import type { Comparison, IdentifierKey, Kind } from '../kind.ts';
import { canonicalisePhone } from './canonicalise.ts';
import type { Phone, PhoneRaw } from './phone.ts';

export type { Phone, PhoneRaw } from './phone.ts';

/** Rungs of the phone ladder, strongest first; `weak` is equal digits of numbers that could not be parsed. */
export type PhoneLevel = 'exact' | 'weak' | 'none';

/** Phone numbers, read with Google's numbering metadata (libphonenumber). */
export const phoneKind: Kind<PhoneRaw, Phone> = {
  kind: 'phone',
  canonicalise: canonicalisePhone,
  compare: comparePhones,
  keys: phoneKeys,
  mask: maskPhone,
};

function comparePhones(left: Phone, right: Phone): Comparison {
  const level = levelOf(left, right);
  if (level === 'exact') {
    return { level, same: true, similarity: 1, why: ['one line in international form'] };
  }
  if (level === 'weak') {
    const why = ['equal digits of numbers without a known country'];
    return { level, same: false, similarity: 0.5, why };
  }
  return { level, same: false, similarity: 0, why: [] };
}

function levelOf(left: Phone, right: Phone): PhoneLevel {
  if (left.canonical !== right.canonical) return 'none';
  return left.e164 === undefined ? 'weak' : 'exact';
}

/** Digits without a country would join strangers in two countries, so they are no key. */
function phoneKeys(phone: Phone): IdentifierKey[] {
  return phone.e164 === undefined ? [] : [{ type: 'phone', value: phone.canonical }];
}

/** Shows the country code's first digits and the last two: `+49•••11`. */
function maskPhone(phone: Phone): string {
  const shown = phone.e164 === undefined ? '' : phone.e164.slice(0, 3);
  return `${shown}•••${(phone.e164 ?? phone.canonical).slice(-2)}`;
}
