import {
  getCountryCallingCode,
  isSupportedCountry,
  parsePhoneNumberFromString,
  type PhoneNumber,
  type PhoneNumberType,
} from 'libphonenumber-js/max';
import type { Canonicalised } from '../kind.ts';
import { unreadable } from '../problem.ts';
import { remembered } from '../remembered.ts';
import type { Phone, PhoneRaw } from './phone.ts';
import { renumbered } from './renumbering.ts';
import { spellOut } from './spelling.ts';

/** Fewer digits reach nobody from outside. */
const FEWEST_DIGITS = 4;

/** A plus and 7 digits, as in Niue; the parser makes numbers of less. */
const SHORTEST_E164 = 8;

/** Canonicalises a written number. Parsing costs some 10 µs and numbers repeat, so the latest are remembered. */
export function canonicalisePhone(raw: PhoneRaw): Canonicalised<Phone> {
  return PHONES(`${raw.region?.trim().toUpperCase() ?? ''}|${raw.number}`);
}

const PHONES = remembered(4096, (text): Canonicalised<Phone> => {
  const bar = text.indexOf('|');
  const written = text.slice(bar + 1);
  const spelling = spellOut(written);
  // One zero at most, or bare digits read back would start with the international prefix.
  const digits = spelling?.number.replaceAll(/\D/gu, '').replace(/^00+/u, '0') ?? '';
  if (spelling === undefined || digits.length < FEWEST_DIGITS) {
    return unreadable('identity_phone_unreadable', written);
  }
  const parsed = parse(spelling.number, text.slice(0, bar));
  return {
    ok: true,
    value: parsed === undefined ? unparsed(digits) : phone(parsed, spelling.extension),
  };
});

/** A parsed number and the kind of its range; asking for the kind costs as much as parsing, so it is asked once. */
interface Line {
  readonly number: PhoneNumber;
  /** Absent when no assigned range holds the number: it is not valid. */
  readonly type: PhoneNumberType | undefined;
}

/** The first reading that lies in an assigned range, otherwise the first that parses at all. */
function parse(number: string, region: string): Line | undefined {
  let first: PhoneNumber | undefined;
  for (const reading of readings(number, region)) {
    const found = parseReading(reading, region);
    if (found === undefined || found.number.length < SHORTEST_E164) continue;
    const type = found.getType();
    if (type !== undefined) return { number: found, type };
    first ??= found;
  }
  if (first === undefined) return undefined;
  const settled = settle(first);
  return { number: settled, type: settled.getType() };
}

/** As written, which nearly always will do; then as people write it who know no rule: most common slips first. */
function* readings(number: string, region: string): Generator<string> {
  yield number;
  const trunkless = number.replace(/\(0\)/u, '');
  const slips = new Set([
    trunkless,
    // The plus in brackets or repeated.
    trunkless.replace(/^[^\d+]*(?:\+\s*)+(\d+)\s*\)?/u, '+$1 '),
    // 00 where the region's own international prefix is another one.
    number.replace(/^\D*00/u, '+'),
    // The plus left out.
    number.replace(new RegExp(String.raw`^[\s(]*(?=${callingCode(region)}\D*\d)`, 'u'), '+'),
  ]);
  slips.delete(number);
  yield* slips;
}

/** The region's calling code; without a region any digits could be one, so none is looked for. */
function callingCode(region: string): string {
  return isSupportedCountry(region) ? getCountryCallingCode(region) : '$';
}

/**
 * INVARIANT: a number reads back as itself. The parser takes carrier codes off numbers it does not know, one per
 * reading; numbers get shorter, so this ends.
 */
function settle(number: PhoneNumber): PhoneNumber {
  const again = parsePhoneNumberFromString(number.number, { extract: false });
  const shorter = again !== undefined && again.number.length < number.number.length;
  return shorter && again.number.length >= SHORTEST_E164 ? settle(again) : number;
}

/** `extract: false`: a number inside other text is no number, and extraction keeps state between calls. */
function parseReading(number: string, region: string): PhoneNumber | undefined {
  const found = isSupportedCountry(region)
    ? parsePhoneNumberFromString(number, { defaultCountry: region, extract: false })
    : parsePhoneNumberFromString(number.replace(/^\s*00(?=[\s\d])/u, '+'), { extract: false });
  if (found === undefined) return undefined;
  const today = renumbered(found.number);
  return today === found.number ? found : parsePhoneNumberFromString(today, { extract: false });
}

function phone({ number, type }: Line, written: string | undefined): Phone {
  const extension = written ?? number.ext;
  return {
    canonical: extension === undefined ? number.number : `${number.number};ext=${extension}`,
    e164: number.number,
    extension,
    country: type === undefined ? undefined : number.country,
    type,
    voip: type === 'VOIP',
    valid: type !== undefined,
  };
}

function unparsed(digits: string): Phone {
  return {
    canonical: digits,
    e164: undefined,
    extension: undefined,
    country: undefined,
    type: undefined,
    voip: false,
    valid: false,
  };
}
