import { fold } from '../text/fold.ts';
import type { AddressParts, AddressRaw } from './address.ts';
import { CITY_NAMES } from './data/cities.ts';
import { PLACE_MARKERS } from './data/words.ts';
import { countryNamed, type Dictionary, halves } from './dictionary.ts';
import type { Segment } from './segments.ts';

const CITIES = new Map(
  CITY_NAMES.map(halves).flatMap(([name, others]) =>
    others.split(',').map((other) => [other, name] as const),
  ),
);
const REGION_WORDS: ReadonlySet<string> = new Set(
  'oblast obl kray krai respublika okrug provincia province county co departement state'.split(' '),
);
const LONGEST_NAME = 4;

/** The country named at the end of the text, or the hint; the name is taken out. */
export function takeCountry(
  text: string,
  hint: string | undefined,
): { text: string; code?: string } {
  const trimmed = text.replace(/[\s,.]+$/, '');
  const words = trimmed.split(/[\s,.]+/).slice(-LONGEST_NAME);
  for (let from = 0; from < words.length; from++) {
    const name = words.slice(from).join(' ');
    const named = name === hint ? hint : countryNamed(name);
    const start = named === undefined ? -1 : endOf(trimmed, words.slice(from));
    if (named !== undefined && start > 0) return { text: trimmed.slice(0, start), code: named };
  }
  return hint === undefined ? { text } : { text, code: hint };
}

function endOf(text: string, words: readonly string[]): number {
  let start = text.length;
  for (const word of words.toReversed()) start = text.lastIndexOf(word, start - 1);
  return start;
}

/** City and region given as fields of their own. */
export function takePlaceFields(
  raw: AddressRaw,
  { regions }: Dictionary,
  parts: AddressParts,
): void {
  const city = placeWords(raw.city ?? '').filter((word) => !PLACE_MARKERS.has(word));
  if (city.length > 0) parts.city = cityName(city);
  const region = placeWords(raw.region ?? '').join(' ');
  if (region !== '') parts.region = regions.get(region) ?? region;
}

/** Takes the region off the end of the segments that may name places. */
export function readPlaces(
  all: readonly Segment[],
  dictionary: Dictionary,
  parts: AddressParts,
): void {
  for (const segment of all.toReversed()) {
    segment.tokens = withoutRegionWord(segment.tokens, parts);
    if (parts.region !== undefined) continue;
    const width = regionWidth(segment, all, dictionary);
    if (width === 0) continue;
    parts.region =
      dictionary.regions.get(segment.tokens.slice(-width).join(' ')) ?? segment.tokens.at(-1) ?? '';
    segment.tokens = segment.tokens.slice(0, -width);
  }
}

/** The longest run of last words that is a region, unless it is all there is to the address's place. */
function regionWidth(
  { tokens }: Segment,
  all: readonly Segment[],
  { regions, country }: Dictionary,
): number {
  for (let width = Math.min(LONGEST_NAME, tokens.length); width > 0; width--) {
    const name = tokens.slice(-width).join(' ');
    if (!regions.has(name)) continue;
    const alone = width === tokens.length;
    if (alone ? all.length > 1 : name.length > 2 || tokens.length - width > 1 || all.length > 1)
      return width;
  }
  return country.code === 'it' && tokens.length > 1 && /^[a-z]{2}$/.test(tokens.at(-1) ?? '')
    ? 1
    : 0;
}

/** `oblast penzenskaya`: a word that says region makes its segment one. */
function withoutRegionWord(tokens: readonly string[], parts: AddressParts): string[] {
  if (
    !tokens.some((token) => REGION_WORDS.has(token)) ||
    tokens.length > 3 ||
    tokens.some((token) => /\d/.test(token))
  )
    return [...tokens];
  const name = tokens.filter((token) => !REGION_WORDS.has(token));
  if (name.length === 0) return [...tokens];
  parts.region ??= name.join(' ');
  return [];
}

/** One name for a city that has several. */
export function cityName(words: readonly string[]): string {
  const name = words.join(' ');
  return CITIES.get(name) ?? name;
}

function placeWords(written: string): string[] {
  return fold(written)
    .replace(/'/g, '')
    .split(/[^a-z0-9]+/)
    .filter((word) => word !== '');
}
