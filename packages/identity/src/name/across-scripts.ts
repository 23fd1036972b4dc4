import { damerau } from '../text/damerau.ts';

/** Consonants that scripts and languages take for one another: voiced and unvoiced, l and r, f and h. */
const CLASSES: Readonly<Record<string, string>> = {
  g: 'k',
  d: 't',
  b: 'p',
  f: 'p',
  v: 'p',
  z: 's',
  X: 's',
  l: 'r',
};

/**
 * How alike two words sound when one was transliterated, 0 to 1: the mean of their likeness letter by letter and of
 * their rough consonants. Vowels are guessed and final consonants may be silent, so that they count half.
 */
export function likenessAcrossScripts(left: string, right: string): number {
  const [a, b] = [audible(left), audible(right)];
  return (likeness(a, b) + likeness(consonants(a), consonants(b))) / 2;
}

/** Without a leading h, which many languages drop, and without the `eu` Korean puts between consonants. */
function audible(sound: string): string {
  return sound.replace(/^h(?=[aeiou])/, '').replace(/(?<=[^aeiou])eu/g, '');
}

function consonants(sound: string): string {
  return sound.replace(/[aeiou]/g, '').replace(/[gdbfvzXl]/g, classOf);
}

function classOf(letter: string): string {
  return CLASSES[letter] ?? letter;
}

function likeness(left: string, right: string): number {
  const longest = Math.max(left.length, right.length);
  if (longest === 0) return 1;
  const trimmed = Math.min(
    damerau(left, right, vowelsAreCheap),
    damerau(left.slice(0, -1), right, vowelsAreCheap) + 0.5,
    damerau(left, right.slice(0, -1), vowelsAreCheap) + 0.5,
  );
  return 1 - trimmed / longest;
}

/** Replacing a vowel by a vowel costs half. */
export function vowelsAreCheap(left: string, right: string): number {
  return VOWELS.has(left) && VOWELS.has(right) ? 0.5 : 1;
}

const VOWELS: ReadonlySet<string> = new Set('aeiou');
