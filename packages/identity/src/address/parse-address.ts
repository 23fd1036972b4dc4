import type { Canonicalised } from '../kind.ts';
import { unreadable } from '../problem.ts';
import { fold } from '../text/fold.ts';
import type { Address, AddressParts, AddressRaw } from './address.ts';
import { decodeAddress, encodeAddress } from './canonical.ts';
import { countryCode, dictionaryOf, type Dictionary } from './dictionary.ts';
import { takeHouseNumber } from './house-number.ts';
import { readPlaces, takeCountry, takePlaceFields } from './places.ts';
import { takePoBox } from './po-box.ts';
import { canonicalPostcode, takePostcode } from './postcode.ts';
import { segments, tidy } from './segments.ts';
import { placeStreet } from './street-place.ts';
import { takeSubunits } from './subunits.ts';

/** Reads a postal address; problem `identity_address_unreadable` when it has neither a street nor a house name. */
export function parseAddress(raw: AddressRaw): Canonicalised<Address> {
  const written = raw.lines.join('\n');
  const decoded = decodeAddress(written);
  const parts = decoded ?? readParts(raw, written);
  if (parts.street.length === 0 && parts.premise.length === 0)
    return unreadable('identity_address_unreadable', written.trim());
  return { ok: true, value: { ...parts, canonical: encodeAddress(parts) } };
}

function readParts(raw: AddressRaw, written: string): AddressParts {
  const text = tidy(written);
  const hint = raw.country === undefined ? undefined : countryCode(fold(raw.country));
  const { text: inland, code } = takeCountry(text, hint);
  const dictionary = dictionaryOf(code);
  const parts: AddressParts = { street: [], premise: [], area: [], open: false };
  if (code !== undefined) parts.country = code;
  const bare = takePostcodes(raw, inland, { dictionary, parts });
  const boxless = takePoBox(bare, parts);
  const cut = segments(boxless, dictionary);
  takePlaceFields(raw, dictionary, parts);
  takeSubunits(cut, dictionary, parts);
  readPlaces(cut, dictionary, parts);
  const house = parts.number === undefined ? takeHouseNumber(cut, dictionary) : undefined;
  placeStreet({ segments: cut, dictionary, parts, ...(house === undefined ? {} : { house }) });
  return parts;
}

function takePostcodes(
  raw: AddressRaw,
  text: string,
  { dictionary, parts }: { dictionary: Dictionary; parts: AddressParts },
): string {
  if (raw.postalCode !== undefined && raw.postalCode.trim() !== '') {
    parts.postalCode = canonicalPostcode(fold(raw.postalCode), dictionary.country.code);
    return text;
  }
  const found = takePostcode(text, dictionary);
  if (found.postalCode !== undefined) parts.postalCode = found.postalCode;
  return found.text;
}
