import type { AddressParts } from './address.ts';
import { FLOOR_AFTER, type Subunit, WHOLE_SUBUNITS } from './data/subunits.ts';
import { type Dictionary, halves } from './dictionary.ts';
import { isOrdinal, numeral } from './number-words.ts';
import type { Segment } from './segments.ts';

interface Found {
  readonly part: Subunit;
  readonly value: string;
  /** Tokens it takes up. */
  readonly width: number;
}

interface Place {
  readonly tokens: readonly string[];
  readonly at: number;
  readonly dictionary: Dictionary;
  /** Digits in the whole address: the only number is the house's. */
  readonly numbers: number;
  /** Whether a number stood before, so that a short designator cannot be the street's. */
  readonly numbered: boolean;
}

const VALUE = /^(?:\d+[a-z]{0,2}(?:[-/]\d+[a-z]?)?|[a-z]\d*|\d+[a-z]\d+)$/;
const FLOOR_WORDS: ReadonlySet<string> = new Set(FLOOR_AFTER);
const WHOLE = new Map(WHOLE_SUBUNITS.map(halves));
const FILLERS: ReadonlySet<string> = new Set(['#', 'no', 'nr', 'n', 'num']);
const DOORS: ReadonlySet<string> = new Set('izq izda dcha dch dta esq dto fte centro'.split(' '));
const IBERIAN: ReadonlySet<string> = new Set(['es', 'pt', 'br', 'ad', 'mx', 'ar']);
const DANISH_DOORS: ReadonlySet<string> = new Set(['tv', 'th', 'mf']);

/** Takes building, staircase, floor and unit out of the segments. */
export function takeSubunits(
  all: readonly Segment[],
  dictionary: Dictionary,
  parts: AddressParts,
): void {
  const numbers = all.flatMap(({ tokens }) => tokens).filter((token) => /\d/.test(token)).length;
  let numbered = false;
  for (const segment of all) {
    const kept: string[] = [];
    for (let at = 0; at < segment.tokens.length;) {
      const found = subunitAt({ tokens: segment.tokens, at, dictionary, numbers, numbered });
      const token = segment.tokens[at] ?? '';
      if (found === undefined) {
        numbered ||= /\d/.test(token);
        kept.push(token);
        at++;
        continue;
      }
      const before = parts[found.part];
      parts[found.part] = before === undefined ? found.value : `${before}-${found.value}`;
      at += found.width;
    }
    segment.tokens = kept.filter((token) => token !== '#');
  }
}

function subunitAt(place: Place): Found | undefined {
  return wordAlone(place) ?? floorAfter(place) ?? floorAndDoor(place) ?? designated(place);
}

function wordAlone({ tokens, at }: Place): Found | undefined {
  const [part, value] = (WHOLE.get(tokens[at] ?? '') ?? '').split(' ');
  return (part === 'floor' || part === 'building') && value !== undefined
    ? { part, value, width: 1 }
    : undefined;
}

/** `4th floor`, `2 og`: an ordinal, or a number that cannot be the floor's own number coming after. */
function floorAfter({ tokens, at, numbered }: Place): Found | undefined {
  const token = tokens[at] ?? '';
  if (!FLOOR_WORDS.has(tokens[at + 1] ?? '')) return undefined;
  const value = numeral(token);
  const follows = /^\d/.test(tokens[at + 2] ?? '');
  if (!/^\d+$/.test(value) || (follows && !numbered && !isOrdinal(token))) return undefined;
  return follows && numbered
    ? { part: 'unit', value: `${value}-${tokens[at + 2] ?? ''}`, width: 3 }
    : { part: 'floor', value, width: 2 };
}

/** `3º A`, `2º dcha`, `3. tv`: floor and door after the house number. */
function floorAndDoor({ tokens, at, dictionary, numbered }: Place): Found | undefined {
  const token = tokens[at] ?? '';
  const next = tokens[at + 1];
  if (
    numbered &&
    dictionary.country.code === 'dk' &&
    /^\d+$/.test(token) &&
    DANISH_DOORS.has(next ?? '')
  ) {
    return { part: 'unit', value: `${token}${next ?? ''}`, width: 2 };
  }
  if (!numbered || !IBERIAN.has(dictionary.country.code) || !/^\d+th$/.test(token))
    return undefined;
  if (next === undefined) return { part: 'floor', value: numeral(token), width: 1 };
  if (!/^[a-z]$/.test(next) && !DOORS.has(next)) return undefined;
  return { part: 'unit', value: `${numeral(token)}${next}`, width: 2 };
}

function designated(place: Place): Found | undefined {
  const { tokens, at, dictionary, numbered } = place;
  const word = tokens[at] ?? '';
  const part = dictionary.subunits.get(word);
  if (
    part === undefined ||
    dictionary.markers.has(word) ||
    (at === 0 && startsStreet(word, dictionary))
  )
    return undefined;
  const skip = FILLERS.has(tokens[at + 1] ?? '') ? 1 : 0;
  const raw = tokens[at + 1 + skip] ?? '';
  const value = /^[a-z]{3,}$/.test(raw) ? numeral(raw) : raw;
  if (!VALUE.test(value) || !canName(place, part, value)) return undefined;
  const next = tokens[at + 2 + skip] ?? '';
  const joined =
    numbered && /^\d+$/.test(value) && /^\d+$/.test(next) && at + 3 + skip <= tokens.length;
  return {
    part,
    value: joined ? `${bare(value)}-${bare(next)}` : bare(value),
    width: 2 + skip + (joined ? 1 : 0),
  };
}

/** `str. 31 August`: what begins a segment and can be a street's type is one. */
function startsStreet(word: string, { types }: Dictionary): boolean {
  const side = types.get(word)?.side;
  return side === 'before' || side === 'both';
}

/** Short designators need a number, and a number before them; towers and the like may be the street's name. */
function canName({ tokens, at, numbers, numbered }: Place, part: Subunit, value: string): boolean {
  const word = tokens[at] ?? '';
  if (word.length <= 2 && word !== '#') return numbered && (/\d/.test(value) || word.length === 2);
  if (part !== 'unit' && /\d/.test(value) && numbers <= 1) return false;
  return /\d/.test(value) || numbered || at === 0;
}

function bare(value: string): string {
  return value.replace(/^0+(?=\d)/, '');
}
