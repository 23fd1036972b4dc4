import {
  isSupportedCountry,
  parsePhoneNumberFromString,
  type PhoneNumber,
} from 'libphonenumber-js/max';
import type { Canonicalised } from '../kind.ts';
import { unreadable } from '../problem.ts';
import { remembered } from '../remembered.ts';
import type { Phone, PhoneRaw } from './phone.ts';
import { renumbered } from './renumbering.ts';
import { spellOut, type PhoneSpelling } from './spelling.ts';

/** Fewer digits reach nobody from outside. */
const FEWEST_DIGITS = 4;

/** Canonicalises a written number. Parsing costs some 10 µs and numbers repeat, so the latest are remembered. */
export function canonicalisePhone(raw: PhoneRaw): Canonicalised<Phone> {
  return PHONES(`${raw.region?.trim().toUpperCase() ?? ''}|${raw.number}`);
}

const PHONES = remembered(4096, (text): Canonicalised<Phone> => {
  const bar = text.indexOf('|');
  const written = text.slice(bar + 1);
  const spelling = spellOut(written);
  const digits = spelling?.number.replaceAll(/\D/gu, '') ?? '';
  if (spelling === undefined || digits.length < FEWEST_DIGITS) {
    return unreadable('identity_phone_unreadable', written);
  }
  const parsed = parse(spelling.number, text.slice(0, bar));
  return { ok: true, value: parsed === undefined ? unparsed(digits) : phone(parsed, spelling) };
});

/** `extract: false`: a number inside other text is no number, and extraction keeps state between calls. */
function parse(number: string, region: string): PhoneNumber | undefined {
  const found = isSupportedCountry(region)
    ? parsePhoneNumberFromString(number, { defaultCountry: region, extract: false })
    : parsePhoneNumberFromString(number.replace(/^\s*00(?=[\s\d])/u, '+'), { extract: false });
  if (found === undefined) return undefined;
  const today = renumbered(found.number);
  return today === found.number ? found : parsePhoneNumberFromString(today, { extract: false });
}

function phone(parsed: PhoneNumber, spelling: PhoneSpelling): Phone {
  const extension = spelling.extension ?? parsed.ext;
  const type = parsed.getType();
  return {
    canonical: extension === undefined ? parsed.number : `${parsed.number};ext=${extension}`,
    e164: parsed.number,
    extension,
    country: parsed.country,
    type,
    voip: type === 'VOIP',
    valid: parsed.isValid(),
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
