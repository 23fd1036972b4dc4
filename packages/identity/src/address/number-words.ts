import { NUMBER_WORDS } from './data/words.ts';
import { halves } from './dictionary.ts';

const WORDS = new Map(
  NUMBER_WORDS.map(halves).flatMap(([digits, words]) =>
    words.split(' ').map((word) => [word, digits] as const),
  ),
);
const ORDINAL = /^(\d+)(?:st|nd|rd|th|er|re|e|eme|ieme|ste|de|y|ya|oy|iy|aya|ey|go)$/;
const ROMAN = /^(?=[ivx]{2})x{0,3}(?:ix|iv|v?i{0,3})$/;
const ROMAN_VALUE: Readonly<Record<string, number>> = { i: 1, v: 5, x: 10 };

/** A word of a street's name with numbers in digits: `fifth`, `5th` and `V.` are not told apart. */
export function numeral(token: string): string {
  const ordinal = ORDINAL.exec(token)?.[1];
  if (ordinal !== undefined) return String(Number(ordinal));
  return WORDS.get(token) ?? (ROMAN.test(token) ? roman(token) : token);
}

/** Whether a token is an ordinal in digits, which is never a house number. */
export function isOrdinal(token: string): boolean {
  return ORDINAL.test(token);
}

function roman(token: string): string {
  let sum = 0;
  for (let index = 0; index < token.length; index++) {
    const value = ROMAN_VALUE[token.charAt(index)] ?? 0;
    sum += value < (ROMAN_VALUE[token.charAt(index + 1)] ?? 0) ? -value : value;
  }
  return String(sum);
}
