import { damerau } from '../text/damerau.ts';
import type { Address } from './address.ts';
import { ABBREVIATIONS, LIGHT_WORDS } from './data/words.ts';
import { halves } from './dictionary.ts';

/** What a word of an address says: a street's name, a place, a house's name, or street or place. */
export type Role = 'street' | 'open' | 'place' | 'premise';

/** One word to be paired. */
export interface PlacedWord {
  readonly word: string;
  readonly role: Role;
}

const SHORT_FORMS = new Map<string, Set<string>>();
for (const [full, forms] of ABBREVIATIONS.map(halves)) {
  for (const form of forms.split(' '))
    SHORT_FORMS.set(form, (SHORT_FORMS.get(form) ?? new Set()).add(full));
}

/** The words that tell an address from others, with what each says. */
export function placedWords(address: Address): PlacedWord[] {
  const street: Role = address.open ? 'open' : 'street';
  const rows: readonly (readonly [readonly string[], Role])[] = [
    [address.street, street],
    [address.city?.split(' ') ?? [], 'place'],
    [address.area, 'place'],
    [address.premise, 'premise'],
  ];
  return rows.flatMap(([list, role]) => {
    const telling = list.filter((word) => !LIGHT_WORDS.has(word));
    return (telling.length > 0 ? telling : list).map((word) => ({ word, role }));
  });
}

/** Whether words in these roles can be one. */
export function rolesMeet(left: Role, right: Role): boolean {
  return (
    left === right ||
    left === 'open' ||
    right === 'open' ||
    left === 'premise' ||
    right === 'premise'
  );
}

/** Whether two words are one, written short, with an initial, or with a slip. */
export function sameWord(left: PlacedWord, right: PlacedWord): boolean {
  const a = left.word;
  const b = right.word;
  if (a === b) return true;
  if (/\d/.test(a) || /\d/.test(b)) return false;
  if (isShort(a, b) || isShort(b, a)) return true;
  if (a.length === 1 || b.length === 1) return a.charAt(0) === b.charAt(0);
  return left.role === 'place' || right.role === 'place'
    ? damerau(a, b) <= slips(a, b)
    : isSlip(a, b);
}

function isShort(short: string, whole: string): boolean {
  const forms = SHORT_FORMS.get(short);
  return (
    forms !== undefined &&
    (forms.has(whole) || [...forms].some((full) => SHORT_FORMS.get(whole)?.has(full) === true))
  );
}

/** Slips allowed in the name of a place: one in five letters or more, two in eight or more. */
export function slips(left: string, right: string): number {
  const shortest = Math.min(left.length, right.length);
  return shortest < 4 ? 0 : shortest < 8 ? 1 : 2;
}

/**
 * In a street's name a letter may be missing, doubled, swapped or mistyped for its neighbour on the keyboard; any
 * other letter makes another street (Lambacher, Lembacher).
 */
function isSlip(left: string, right: string): boolean {
  if (Math.min(left.length, right.length) < 3 || Math.abs(left.length - right.length) > 1)
    return false;
  return damerau(left, right, keyboardCost) <= 1;
}

const KEYBOARD = ['qwertyuiop', 'asdfghjkl', 'zxcvbnm'];
const SOUNDALIKE: ReadonlySet<string> = new Set(['iy', 'ij', 'vw', 'ck', 'cz', 'sz', 'kq']);

function keyboardCost(left: string, right: string): number {
  const pair = left < right ? left + right : right + left;
  return SOUNDALIKE.has(pair) ||
    KEYBOARD.some((row) => row.includes(left + right) || row.includes(right + left))
    ? 1
    : 2;
}
