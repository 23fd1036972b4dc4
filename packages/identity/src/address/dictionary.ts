import { COUNTRIES, type Country } from './data/countries.ts';
import { REGIONS } from './data/regions.ts';
import { COMPOUNDS, STREET_TYPES } from './data/street-types.ts';
import { SUBUNITS, type Subunit, SUBUNIT_WORDS } from './data/subunits.ts';
import { NUMBER_MARKERS } from './data/words.ts';

/** A street type and where it stands to the name. */
interface StreetType {
  readonly concept: string;
  readonly side: 'before' | 'after' | 'both';
}

/** Everything needed to read one country's addresses. */
export interface Dictionary {
  readonly country: Country;
  readonly types: ReadonlyMap<string, StreetType>;
  /** Ending and concept, longest ending first. */
  readonly compounds: readonly (readonly [string, string])[];
  readonly subunits: ReadonlyMap<string, Subunit>;
  readonly markers: ReadonlySet<string>;
  /** Folded region names and codes to the code. */
  readonly regions: ReadonlyMap<string, string>;
  /** The country's postcode standing by itself. */
  readonly postcode: RegExp;
}

/** Address of no known country: every language, forms of four letters and more, and only sure postcodes. */
const ANYWHERE: Country = {
  code: '',
  names: '',
  languages: 'en fr es it pt de nl pl',
  postcode: String.raw`\d{5}(?:-\d{3,4})?|\d{2}-\d{3}|[a-z]{1,2}\d[a-z\d]? ?\d[a-z]{2}|[a-z]\d[a-z] ?\d[a-z]\d|\d{4}-\d{3}`,
  numberFirst: true,
};

const CODES = new Map(COUNTRIES.map((country) => [country.code, country]));
const NAMES = new Map(
  COUNTRIES.flatMap((country) =>
    country.names.split('|').map((name) => [name, country.code] as const),
  ),
);
const CACHE = new Map<string, Dictionary>();

/** ISO code of a folded country name or code; nothing when it is neither. */
export function countryCode(folded: string): string | undefined {
  const bare = folded.replace(/[^a-z]+/g, ' ').trim();
  return NAMES.get(bare) ?? (CODES.has(bare) ? bare : undefined);
}

/** ISO code of a folded country name, in full only: `ca` may be California. */
export function countryNamed(folded: string): string | undefined {
  return NAMES.get(folded);
}

/** The dictionary of a country; of a code it does not know, one for anywhere. */
export function dictionaryOf(code: string | undefined): Dictionary {
  const country = CODES.get(code ?? '') ?? ANYWHERE;
  const known = CACHE.get(country.code);
  if (known !== undefined) return known;
  const built = build(country);
  CACHE.set(country.code, built);
  return built;
}

function build(country: Country): Dictionary {
  const own = country.languages.split(' ');
  const languages = [
    ...own,
    ...Object.keys(STREET_TYPES).filter((language) => !own.includes(language)),
  ];
  return {
    country,
    types: typesOf(languages, own.length),
    compounds: own.flatMap(compoundsOf).toSorted(([a], [b]) => b.length - a.length),
    subunits: subunitsOf(own),
    markers: new Set(
      ['*', ...own].flatMap((language) => NUMBER_MARKERS[language]?.split(' ') ?? []),
    ),
    regions: regionsOf(country.code),
    postcode: new RegExp(String.raw`(?<![\w#/-])(?:${country.postcode})(?![\w/-])`, 'g'),
  };
}

/** Forms of foreign languages are taken when they are long enough not to be another word. */
function typesOf(languages: readonly string[], own: number): ReadonlyMap<string, StreetType> {
  const types = new Map<string, StreetType>();
  for (const [index, language] of languages.entries()) {
    const { side, types: lines } = STREET_TYPES[language] ?? { side: 'both', types: '' };
    for (const [concept, forms] of lines.trim().split(/\n\s*/).map(halves)) {
      for (const form of forms.split(' ')) {
        if (form === '' || types.has(form) || (index >= own && form.length < 5)) continue;
        types.set(form, { concept, side });
      }
    }
  }
  return types;
}

function compoundsOf(language: string): (readonly [string, string])[] {
  return (COMPOUNDS[language] ?? '').split(' ').flatMap((pair) => {
    const [ending = '', concept = ''] = pair.split('=');
    return ending === '' ? [] : [[ending, concept] as const];
  });
}

function subunitsOf(languages: readonly string[]): ReadonlyMap<string, Subunit> {
  const words = new Map<string, Subunit>();
  for (const language of [...languages, '*']) {
    for (const part of SUBUNITS) {
      for (const word of (SUBUNIT_WORDS[language]?.[part] ?? '').split(' '))
        if (word !== '' && !words.has(word)) words.set(word, part);
    }
  }
  return words;
}

function regionsOf(code: string): ReadonlyMap<string, string> {
  const regions = new Map<string, string>();
  for (const row of (REGIONS[code] ?? '').split(';')) {
    const [region = '', names = ''] = row.split('=');
    for (const name of [region, ...names.split(',')]) if (name !== '') regions.set(name, region);
  }
  return regions;
}

/** Splits `concept = form form`. */
export function halves(line: string): readonly [string, string] {
  const [left = '', right = ''] = line.split(' = ');
  return [left.replace(/ =$/, ''), right];
}
