import type { Comparison } from '../kind.ts';
import type { Address } from './address.ts';
import { type Alignment, alignAddresses } from './align-addresses.ts';
import { damerau } from '../text/damerau.ts';
import { COMMON_PLACE_WORDS, QUALIFIERS } from './data/words.ts';
import { SUBUNITS } from './data/subunits.ts';
import { type PlacedWord, slips } from './place-words.ts';

/** Rungs of the address ladder, strongest first. */
export type AddressLevel = 'exact' | 'building' | 'street' | 'none' | 'unknown';

/** What one part of two addresses says about them. */
type Verdict = 'agree' | 'conflict' | 'missing';

/**
 * Compares two addresses part by part. A part that one side lacks says nothing; a part that differs makes them two.
 * A flat that only one side gives leaves the same building, and `same` true: people leave it out. Symmetric.
 */
export function compareAddresses(left: Address, right: Address): Comparison {
  if (left.canonical === right.canonical && left.number !== undefined) {
    return { level: 'exact', same: true, similarity: 1, why: ['same address after clean-up'] };
  }
  const alignment = alignAddresses(left, right);
  const street = streetVerdict(left, right, alignment);
  const place = placeVerdict(left, right, alignment);
  if (street.verdict === 'conflict' || place.verdict === 'conflict') {
    const why = [
      ...(street.verdict === 'conflict' ? [street.why] : []),
      ...(place.verdict === 'conflict' ? [place.why] : []),
    ];
    return {
      level: 'none',
      same: false,
      similarity: street.verdict === 'conflict' ? 0.2 : 0.35,
      why,
    };
  }
  if (otherNumbers(left, right)) {
    return {
      level: 'street',
      same: false,
      similarity: 0.5,
      why: ['a number differs', 'same street', place.why],
    };
  }
  return house(left, right, place.why);
}

function house(left: Address, right: Address, placeWhy: string): Comparison {
  if (left.number === undefined && right.number === undefined) {
    return {
      level: 'street',
      same: true,
      similarity: 0.8,
      why: ['same street or house name', 'no house number', placeWhy],
    };
  }
  const verdict = numberVerdict(left.number, right.number);
  if (verdict === 'missing')
    return {
      level: 'street',
      same: false,
      similarity: 0.6,
      why: ['same street', 'house number on one side only', placeWhy],
    };
  if (verdict === 'conflict')
    return {
      level: 'street',
      same: false,
      similarity: 0.5,
      why: ['house number differs', 'same street', placeWhy],
    };
  const alike = insideOf(left) === insideOf(right);
  const units = alike
    ? []
    : SUBUNITS.map((part) => ({ part, verdict: unitVerdict(left[part], right[part]) }));
  const differing = units.find((unit) => unit.verdict === 'conflict');
  if (differing !== undefined)
    return {
      level: 'building',
      same: false,
      similarity: 0.7,
      why: [`${differing.part} differs`, 'same building', placeWhy],
    };
  const lacking = units.find(
    (unit) => unit.verdict === 'missing' && (left[unit.part] ?? right[unit.part]) !== undefined,
  );
  if (lacking !== undefined)
    return {
      level: 'building',
      same: true,
      similarity: 0.9,
      why: ['same building', `${lacking.part} on one side only`, placeWhy],
    };
  return {
    level: 'exact',
    same: true,
    similarity: left.canonical === right.canonical ? 1 : 0.97,
    why: ['same street, house and unit', placeWhy],
  };
}

interface Judged {
  readonly verdict: Verdict;
  readonly why: string;
}

function streetVerdict(
  left: Address,
  right: Address,
  { matches, leftOnly, rightOnly }: Alignment,
): Judged {
  if (differ(left.streetType, right.streetType))
    return { verdict: 'conflict', why: 'kind of street differs' };
  if (differ(left.directional, right.directional))
    return { verdict: 'conflict', why: 'compass point differs' };
  const leftStreet = leftOnly.filter(isStreet);
  const rightStreet = rightOnly.filter(isStreet);
  const otherName: Judged = { verdict: 'conflict', why: 'street name differs' };
  if (leftStreet.some(isSure) && rightStreet.length > 0) return otherName;
  if (rightStreet.some(isSure) && leftStreet.length > 0) return otherName;
  if (leftStreet.length > 0 && rightStreet.length > 0) return otherName;
  const extra = [...leftStreet, ...rightStreet].filter(isSure);
  if (extra.some(({ word }) => QUALIFIERS.has(word) || /^\d/.test(word))) return otherName;
  const matched = matches.filter(([a, b]) => isStreet(a) || isStreet(b)).length;
  const nameless = left.street.length === 0 || right.street.length === 0;
  if (matched < extra.length || (matched === 0 && !nameless)) return otherName;
  if (
    left.number === undefined &&
    right.number === undefined &&
    bothHave(leftOnly, rightOnly, isPremise)
  )
    return { verdict: 'conflict', why: 'house name differs' };
  return { verdict: 'agree', why: 'same street' };
}

function placeVerdict(
  left: Address,
  right: Address,
  { matches, leftOnly, rightOnly }: Alignment,
): Judged {
  const postcode = postcodeVerdict(left.postalCode, right.postalCode);
  if (postcode === 'agree') return { verdict: 'agree', why: 'same postcode' };
  if (differ(left.country, right.country)) return { verdict: 'conflict', why: 'country differs' };
  const shared =
    sameCity(left.city, right.city) ||
    matches.some(
      ([a, b]) =>
        (isPlace(a) || isPlace(b)) && ![a, b].some(({ word }) => COMMON_PLACE_WORDS.has(word)),
    );
  const split = !shared && bothHave(leftOnly, rightOnly, isPlaceOrOpen);
  if (split) return { verdict: 'conflict', why: 'city differs' };
  if (differ(left.region, right.region)) return { verdict: 'conflict', why: 'region differs' };
  if (
    postcode === 'conflict' &&
    !(shared && nearPostcodes(left.postalCode ?? '', right.postalCode ?? ''))
  )
    return { verdict: 'conflict', why: 'postcode differs' };
  return shared
    ? { verdict: 'agree', why: 'same city' }
    : { verdict: 'missing', why: 'place on one side only' };
}

function sameCity(left: string | undefined, right: string | undefined): boolean {
  if (left === undefined || right === undefined) return false;
  const [a, b] = [left.replaceAll(' ', ''), right.replaceAll(' ', '')];
  return a === b || damerau(a, b) <= slips(a, b);
}

/** A wrong digit or two swapped, or another part of the same town. */
function nearPostcodes(left: string, right: string): boolean {
  return (
    damerau(left, right) <= 1 || (/^\d+$/.test(left) && left.slice(0, 2) === right.slice(0, 2))
  );
}

function postcodeVerdict(left: string | undefined, right: string | undefined): Verdict {
  if (left === undefined || right === undefined) return 'missing';
  return left === right ? 'agree' : 'conflict';
}

/** Ranges contain their ends: 11-13 is 13, 92 is 92-92a. */
function numberVerdict(left: string | undefined, right: string | undefined): Verdict {
  if (left === undefined || right === undefined) return 'missing';
  return left === right || left.split('-').includes(right) || right.split('-').includes(left)
    ? 'agree'
    : 'conflict';
}

/** Numbers that are neither the house's nor the city's: of a plot, a block, a second line. */
export function looseNumbers({ area, premise }: Address): readonly string[] {
  return [...area, ...premise].filter((word) => /\d/.test(word)).toSorted();
}

function otherNumbers(left: Address, right: Address): boolean {
  const [a, b] = [looseNumbers(left), looseNumbers(right)];
  return a.some((number) => !b.includes(number)) && b.some((number) => !a.includes(number));
}

/** Where in the building, from the large to the small; `2-17` says the same as staircase 2, flat 17. */
export function insideOf(address: Address): string {
  return SUBUNITS.map((part) => address[part] ?? '')
    .filter((value) => value !== '')
    .join('-');
}

function unitVerdict(left: string | undefined, right: string | undefined): Verdict {
  if (left === undefined || right === undefined) return 'missing';
  return left === right ? 'agree' : 'conflict';
}

function differ(left: string | undefined, right: string | undefined): boolean {
  return left !== undefined && right !== undefined && left !== right;
}

function bothHave(
  left: readonly PlacedWord[],
  right: readonly PlacedWord[],
  test: (word: PlacedWord) => boolean,
): boolean {
  return left.some(test) && right.some(test);
}

const isSure = ({ role }: PlacedWord): boolean => role === 'street';
const isStreet = ({ role }: PlacedWord): boolean => role === 'street' || role === 'open';
const isPlace = ({ role }: PlacedWord): boolean => role === 'place';
/** A short word left over at the end of an open street is a slip, not a city. */
const isPlaceOrOpen = ({ role, word }: PlacedWord): boolean =>
  role === 'place' || (role === 'open' && word.length > 3);
const isPremise = ({ role }: PlacedWord): boolean => role === 'premise';
