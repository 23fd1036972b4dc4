import type { Address } from './address.ts';
import { damerau } from '../text/damerau.ts';
import {
  placedWords,
  type PlacedWord,
  type Role,
  rolesMeet,
  sameWord,
  slips,
} from './place-words.ts';

/** Words of two addresses paired, and those without a partner. */
export interface Alignment {
  readonly matches: readonly (readonly [PlacedWord, PlacedWord])[];
  readonly leftOnly: readonly PlacedWord[];
  readonly rightOnly: readonly PlacedWord[];
}

type Test = (left: PlacedWord, right: PlacedWord) => boolean;

/** From the surest pairing to the weakest: each word takes the first partner it finds. */
const PASSES: readonly Test[] = [
  (left, right) => left.word === right.word && left.role === right.role,
  (left, right) => left.word === right.word && rolesMeet(left.role, right.role),
  (left, right) => rolesMeet(left.role, right.role) && sameWord(left, right),
];

/** Pairs the words of two addresses whatever their order. */
export function alignAddresses(left: Address, right: Address): Alignment {
  // INVARIANT: the pairing is greedy, so that only a fixed order of the two keeps it symmetric.
  if (left.canonical > right.canonical) {
    const { matches, leftOnly, rightOnly } = alignAddresses(right, left);
    return {
      matches: matches.map(([a, b]) => [b, a] as const),
      leftOnly: rightOnly,
      rightOnly: leftOnly,
    };
  }
  let leftOnly: readonly PlacedWord[] = placedWords(left);
  let rightOnly: readonly PlacedWord[] = placedWords(right);
  const matches: (readonly [PlacedWord, PlacedWord])[] = [];
  for (const test of PASSES) {
    if (leftOnly.length === 0 || rightOnly.length === 0) break;
    const free = [...rightOnly];
    leftOnly = leftOnly.filter((word) => {
      const at = free.findIndex((other) => test(word, other));
      if (at < 0) return true;
      const [partner] = free.splice(at, 1);
      if (partner !== undefined) matches.push([word, partner]);
      return false;
    });
    rightOnly = free;
  }
  return joinUp({ matches, leftOnly, rightOnly });
}

/** Words cut or run together: `hackh am` is `hackham`, `mortimerlewis` is `mortimer lewis`. */
function joinUp(alignment: Alignment): Alignment {
  if (alignment.leftOnly.length === 0 || alignment.rightOnly.length === 0) return alignment;
  let { matches, leftOnly, rightOnly } = alignment;
  for (const roles of [STREET, PLACE]) {
    const left = leftOnly.filter(({ role }) => roles.has(role));
    const right = rightOnly.filter(({ role }) => roles.has(role));
    const partner =
      left[0] !== undefined && right[0] !== undefined && sameJoined(left, right, roles === PLACE);
    if (!partner || left[0] === undefined || right[0] === undefined) continue;
    matches = [...matches, [left[0], right[0]]];
    leftOnly = leftOnly.filter((word) => !left.includes(word));
    rightOnly = rightOnly.filter((word) => !right.includes(word));
  }
  return { matches, leftOnly, rightOnly };
}

const STREET: ReadonlySet<Role> = new Set(['street', 'open']);
const PLACE: ReadonlySet<Role> = new Set(['place']);

function sameJoined(
  left: readonly PlacedWord[],
  right: readonly PlacedWord[],
  lenient: boolean,
): boolean {
  if (left.length === 1 && right.length === 1) return false;
  const a = left.map(({ word }) => word).join('');
  const b = right.map(({ word }) => word).join('');
  if (a === b) return true;
  return !/\d/.test(a + b) && damerau(a, b) <= (lenient ? slips(a, b) : 0);
}
