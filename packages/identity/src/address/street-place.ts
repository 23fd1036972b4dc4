import type { AddressParts } from './address.ts';
import { INITIALISMS, LIGHT_WORDS, PLACE_MARKERS } from './data/words.ts';
import type { Dictionary } from './dictionary.ts';
import type { HouseNumber } from './house-number.ts';
import { numeral } from './number-words.ts';
import { cityName } from './places.ts';
import type { Segment } from './segments.ts';
import { readStreet, type Street } from './street.ts';

interface Reading {
  readonly segments: readonly Segment[];
  readonly dictionary: Dictionary;
  readonly parts: AddressParts;
  readonly house?: HouseNumber;
}

/** Decides which words are the street, which the place, and which come before both. */
export function placeStreet(reading: Reading): void {
  const { segments, dictionary, parts, house } = reading;
  if (house !== undefined) parts.number = house.number;
  if (house?.unit !== undefined) parts.unit ??= house.unit;
  const boxed = parts.street.length > 0;
  const index = boxed ? -1 : streetIndex(reading);
  const chosen = segments[index];
  const {
    before,
    street: words,
    after,
  } = chosen === undefined
    ? NOTHING
    : divide(chosen.tokens, house?.segment === index ? house : undefined, dictionary);
  const others = segments.filter((segment) => segment !== chosen && segment.tokens.length > 0);
  const later = segments.slice(index + 1).some(({ tokens }) => tokens.length > 0);
  const whole =
    after.length > 0 || later || parts.city !== undefined || dictionary.country.largeFirst === true;
  const street = readStreet(words, dictionary, whole);
  if (!boxed)
    fillStreet(
      street,
      parts,
      !street.ended || (dictionary.country.largeFirst === true && street.type === undefined),
    );
  const ahead =
    dictionary.country.largeFirst === true
      ? []
      : segments.slice(0, Math.max(index, 0)).filter(({ postal }) => !postal);
  parts.premise = [...ahead.flatMap(({ tokens }) => tokens), ...before].filter(
    (word) => word !== '#',
  );
  const places = others
    .filter((segment) => !ahead.includes(segment))
    .map(({ tokens, postal }) => ({ words: tokens, postal }));
  fillPlaces([{ words: [...street.rest, ...after], postal: false }, ...places], parts);
}

const NOTHING = { before: [], street: [], after: [] } as const;

function fillStreet(street: Street, parts: AddressParts, open: boolean): void {
  const heavy = street.name.filter((word) => !LIGHT_WORDS.has(word));
  const words = heavy.length > 0 ? heavy : street.name;
  parts.street = words.flatMap((word) => spelledOut(word) ?? [numeral(word)]);
  if (street.type !== undefined) parts.streetType = street.type;
  if (street.directional !== undefined) parts.directional = street.directional;
  parts.open = open && parts.street.length > 1;
}

/** The segment with a street type, else with the number, else the first with words. */
function streetIndex({ segments, dictionary, house }: Reading): number {
  const { types, compounds } = dictionary;
  const typed = ({ tokens }: Segment): boolean =>
    tokens.some(
      (token, at) =>
        isTypeAt(types.get(token)?.side, at, tokens.length) ||
        compounds.some(([ending]) => token.endsWith(ending) && token.length >= ending.length + 3),
    );
  const own = house === undefined ? undefined : segments[house.segment];
  if (own !== undefined && worded(own) && !(own.postal && segments.length > 1))
    return house?.segment ?? 0;
  const byType = segments.findIndex((segment) => typed(segment) && !segment.postal);
  if (byType >= 0) return byType;
  if (house !== undefined && house.segment > 0 && segments[house.segment - 1]?.postal === false)
    return house.segment - 1;
  const first = segments.findIndex((segment) => worded(segment) && !segment.postal);
  return first >= 0 ? first : segments.findIndex(worded);
}

function worded({ tokens }: Segment): boolean {
  return tokens.some((token) => /[a-z]{2}|\d[a-z]/.test(token));
}

function isTypeAt(side: string | undefined, at: number, length: number): boolean {
  if (side === undefined || length < 2) return false;
  return side === 'both' || (side === 'before' ? at === 0 : at > 0);
}

interface Division {
  readonly before: readonly string[];
  readonly street: readonly string[];
  readonly after: readonly string[];
}

/** Words around the house number: in front of `12 Main St` stands a premise, behind `Hauptstr. 12` a place. */
function divide(
  tokens: readonly string[],
  house: HouseNumber | undefined,
  { country, types }: Dictionary,
): Division {
  const at = house?.at ?? 0;
  if (at === 0 || at >= tokens.length) return { before: [], street: tokens, after: [] };
  const behind = tokens.slice(at);
  const typeBehind = behind.some((token, index) =>
    isTypeAt(types.get(token)?.side, index, behind.length),
  );
  const typeAhead = tokens
    .slice(0, at)
    .some((token, index) => isTypeAt(types.get(token)?.side, index, at));
  if (country.numberFirst === true && typeBehind && !typeAhead)
    return { before: tokens.slice(0, at), street: behind, after: [] };
  return { before: [], street: tokens.slice(0, at), after: behind };
}

/** The city is the place beside the postcode, else the last one. */
function fillPlaces(
  places: readonly { readonly words: readonly string[]; readonly postal: boolean }[],
  parts: AddressParts,
): void {
  const named = places
    .map(({ words, postal }) => ({
      words: words.filter((word) => word !== '' && !PLACE_MARKERS.has(word)),
      postal,
    }))
    .filter(({ words }) => words.length > 0);
  const city =
    parts.city === undefined ? (named.find(({ postal }) => postal) ?? named.at(-1)) : undefined;
  if (city !== undefined) parts.city = cityName(city.words);
  parts.area = named.filter((place) => place !== city).flatMap(({ words }) => words);
}

function spelledOut(word: string): readonly string[] | undefined {
  return Object.hasOwn(INITIALISMS, word) ? INITIALISMS[word]?.split(' ') : undefined;
}
