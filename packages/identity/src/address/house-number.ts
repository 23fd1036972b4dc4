import type { Dictionary } from './dictionary.ts';
import { isOrdinal } from './number-words.ts';
import type { Segment } from './segments.ts';

/** Where the house number stands, and what it says. */
export interface HouseNumber {
  readonly segment: number;
  readonly at: number;
  readonly number: string;
  /** Unit written with a slash. */
  readonly unit?: string;
}

interface Candidate {
  readonly segment: number;
  readonly at: number;
  readonly score: number;
}

const NUMBER = /^\d+(?:[a-z]{1,2}|bis|ter|quater)?(?:[-/]\d+[a-z]?)*$/;
/** `31 August 1989`: a year after another number belongs to the street's name. */
const YEAR = /^(?:1[5-9]|20)\d\d$/;
const REPETITION: ReadonlySet<string> = new Set(['bis', 'ter', 'quater', 'quinquies']);
const STREETLESS = 'sn';

/** Finds the house number and takes it, its marker and its suffix out of the segments. */
export function takeHouseNumber(
  all: readonly Segment[],
  dictionary: Dictionary,
): HouseNumber | undefined {
  const candidates = all.flatMap((segment, index) => candidatesIn(segment, index, dictionary));
  const latest = dictionary.country.numberFirst !== true;
  let best: Candidate | undefined;
  for (const candidate of candidates) {
    const tied = latest && candidate.score === best?.score && candidate.segment === best.segment;
    if (best === undefined || candidate.score > best.score || tied) best = candidate;
  }
  return best === undefined ? undefined : take(best, all, dictionary);
}

function candidatesIn(segment: Segment, index: number, dictionary: Dictionary): Candidate[] {
  return segment.tokens.flatMap((token, at) => {
    if (token === STREETLESS) return [{ segment: index, at, score: 0.1 }];
    if (!NUMBER.test(token) || isOrdinal(token)) return [];
    return [{ segment: index, at, score: score(segment, at, dictionary) }];
  });
}

/** How much a number looks like a house's from where it stands; only the order of the scores matters. */
function score(
  { tokens, postal }: Segment,
  at: number,
  { country, types, markers, compounds }: Dictionary,
): number {
  const first = country.numberFirst === true;
  const typed = tokens.some(
    (token, index) =>
      index !== at && (types.has(token) || compounds.some(([ending]) => token.endsWith(ending))),
  );
  const named =
    at > 0 && types.has(tokens[at - 1] ?? '') && /^[a-z]{3,}$/.test(tokens[at + 1] ?? '');
  const dated =
    YEAR.test(tokens[at] ?? '') && at > 1 && tokens.slice(0, at).some((token) => /^\d/.test(token));
  const bonus =
    (markers.has(tokens[at - 1] ?? '') ? 4 : 0) +
    (typed ? 1 : 0) -
    (postal ? 3 : 0) -
    (named || dated ? 2 : 0);
  if (tokens.length === 1) return 2.5 + bonus;
  if (at === 0) return (first ? 3 : 1.6) + bonus;
  if (at === tokens.length - 1) return (first ? 1.5 : 3) + bonus;
  return (first ? 1 : 2) + bonus;
}

function take(
  { segment: index, at }: Candidate,
  all: readonly Segment[],
  { country, markers }: Dictionary,
): HouseNumber {
  const segment = all[index] ?? { tokens: [], postal: false };
  const { tokens } = segment;
  const written = tokens[at] ?? '';
  const start = markers.has(tokens[at - 1] ?? '') ? at - 1 : at;
  const suffix = suffixAfter(tokens, at, country.numberFirst === true);
  segment.tokens = [...tokens.slice(0, start), ...tokens.slice(at + 1 + (suffix === '' ? 0 : 1))];
  const [head = '', ...inner] = written.split('/');
  const tail = inner.join('-');
  const place = { segment: index, at: start };
  if (tail === '' || country.largeFirst === true || suffix !== '')
    return { ...place, number: bare(`${written}${suffix}`) };
  if (country.unitBeforeSlash === true) return { ...place, number: bare(tail), unit: bare(head) };
  if (country.numberFirst === true) return { ...place, number: bare(written) };
  return { ...place, number: bare(head), unit: bare(tail) };
}

/** `20 bis`, `43 a` at the end of a segment, `123 1/2`. */
function suffixAfter(tokens: readonly string[], at: number, numberFirst: boolean): string {
  const next = tokens[at + 1] ?? '';
  if (REPETITION.has(next)) return next;
  if (next === '1/2') return '-1/2';
  const ends = at + 2 === tokens.length;
  return /^[a-f]$/.test(next) && /^\d+$/.test(tokens[at] ?? '') && ends && !numberFirst ? next : '';
}

function bare(number: string): string {
  return number.replace(/^0+(?=\d)/, '');
}
