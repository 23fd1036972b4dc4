import type { Dictionary } from './dictionary.ts';
import { POSTCODE_MARK } from './segments.ts';

/** A text without its postcode, and the postcode. */
export interface PostcodeFound {
  readonly text: string;
  readonly postalCode?: string;
}

/** Countries whose postcodes lose their leading zero in spreadsheets. */
const PADDED: ReadonlySet<string> = new Set(['us', 'fr', 'de', 'it', 'es', 'mx']);
const LOST_ZERO = /(?<=, *)\d{4}(?= +[a-z]{2})|(?<=\b[a-z]{2} +)\d{4}(?= *$)/g;
const AFTER_A_UNIT = /(?:#|\b(?:suite|ste|apt|unit|box|no|nr|room|rm|flat))[ .]*$/;

/** Takes the postcode out of a tidied address and marks which words stand beside it. */
export function takePostcode(text: string, dictionary: Dictionary): PostcodeFound {
  const { country } = dictionary;
  const matches = [...text.matchAll(dictionary.postcode)].filter((match) =>
    isPostcode(match, dictionary),
  );
  const last =
    matches.at(-1) ?? (PADDED.has(country.code) ? [...text.matchAll(LOST_ZERO)].at(-1) : undefined);
  if (last === undefined) return { text };
  const [found] = last;
  const before = text.slice(0, last.index);
  const after = text.slice(last.index + found.length);
  const marked =
    country.cityFirst === true
      ? `${before} ${POSTCODE_MARK} , ${after}`
      : `${before} , ${POSTCODE_MARK} ${after}`;
  return { text: marked, postalCode: canonicalPostcode(found, country.code) };
}

/** One way to write a postcode: no spaces or hyphens, no country prefix, no ZIP+4, lost zeros restored. */
export function canonicalPostcode(written: string, country: string): string {
  const bare = written.toLowerCase().replace(/[^a-z0-9]+/g, '');
  const local = country !== '' && bare.startsWith(country) ? bare.slice(country.length) : bare;
  const digits =
    /^[a-z]\d+$/.test(local) && country !== 'ar' && country !== 'gb' ? local.slice(1) : local;
  if (country === 'us') return digits.slice(0, digits.length > 7 ? -4 : undefined).padStart(5, '0');
  return PADDED.has(country) && /^\d{4}$/.test(digits) ? `0${digits}` : digits;
}

function isPostcode(match: RegExpExecArray, { country }: Dictionary): boolean {
  const { 0: found, input: text, index } = match;
  const before = text.slice(0, index);
  const after = text.slice(index + found.length);
  if (AFTER_A_UNIT.test(before)) return false;
  if (/[a-z]|\d[ -]\d/.test(found))
    return before.trim() !== '' || after.trim() === '' || country.code !== '';
  if (before.trim() === '') return /,[^,]*\d/.test(after) || after.trim() === '';
  if (country.cityFirst === true && !/^\s*(?:,|$|[a-z ]{0,20}$)/.test(after)) return false;
  return found.length > 4 || /\d/.test(before) || /\d/.test(after);
}
