import { fold } from '../text/fold.ts';
import { TITLES } from './data/particles.ts';

/** One word of a name before it is judged: folded, and as it was written. */
export interface Word {
  readonly text: string;
  readonly written: string;
}

const SEPARATORS = /[\s\p{Dash}_./\\,;:·・]+/u;
const QUOTES = /['’‘ʼʻ`´"“”]/gu;
const NOT_LETTERS = /[^a-z0-9]+/g;
/** Servant-of names are written apart and together: Abd al-Aziz, Abdul Aziz, Abdulaziz. */
const SERVANT =
  /\b(?:abd|abdul|abdel|abdal|abdol)[\s-]+(?:(?:al|el|ul|ol|ar|ur|as|us)[\s-]+)?(?=\p{L})/giu;
/** Chinese and Korean names are written with and without a space; longer ones are transliterations, whose space is real. */
const TOGETHER = /^[\p{Script=Han}\p{Script=Hangul}\s]+$/u;
const LONGEST_TOGETHER = 5;

/** Splits a written name into folded words, titles among them. */
export function words(written: string): readonly Word[] {
  const bare = written.normalize('NFKC').replace(QUOTES, '');
  const prepared =
    bare.length <= LONGEST_TOGETHER && TOGETHER.test(bare)
      ? bare.replace(/\s+/gu, '')
      : bare.replace(SERVANT, 'abdul ');
  const found: Word[] = [];
  for (const part of prepared.split(SEPARATORS)) {
    const text = fold(part).replace(NOT_LETTERS, '');
    if (text !== '') found.push({ text, written: part });
  }
  return found;
}

/** The words that are no titles. */
export function untitled(found: readonly Word[]): readonly Word[] {
  return found.filter((word) => !TITLES.has(word.text));
}
