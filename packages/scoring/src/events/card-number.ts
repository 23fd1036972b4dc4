/** 13 to 19 digits is the length of a primary account number (ISO/IEC 7812-1). */
const SHORTEST = 13;
const LONGEST = 19;

const SEPARATORS = /[\s\p{Pd}]/gu;
const ONLY_DIGITS = /^\d+$/;
/**
 * What stands in a longer text as cards are printed: one run of at least fifteen, which no telephone number has, four by
 * four, or four, six, and the rest. It begins with 2 to 6, the industries that issue cards to pay with (ISO/IEC 7812-1), and
 * is no part of a word: digests are full of digits.
 */
const PRINTED =
  /(?<![\p{L}\p{N}.])[2-6](?:\d{14,18}|\d{3}(?<gap>[\s\p{Pd}._/])\d{4}\k<gap>\d{4}\k<gap>\d{1,7}|\d{3}(?<pause>[\s\p{Pd}._/])\d{6}\k<pause>\d{4,5})(?![\p{L}\p{N}])/gu;
const GAPS = /[._/]/gu;
const LONG_DIGIT_RUN = /\d(?:[\s\p{Pd}]*\d){12,}/gu;

/** Whether a text is a card number: 13 to 19 digits that pass the Luhn check, spaces and hyphens aside. */
export function isCardNumber(text: string): boolean {
  if (text.length < SHORTEST) return false;
  const bare = text.replace(SEPARATORS, '');
  const fits = bare.length >= SHORTEST && bare.length <= LONGEST && ONLY_DIGITS.test(bare);
  return fits && passesLuhn(bare);
}

/** Whether what somebody wrote is or holds one, in whatever form of digits. Not for ids: theirs are full of numbers. */
export function hasCardNumber(text: string): boolean {
  if (text.length < SHORTEST) return false;
  const plain = text.normalize('NFKC');
  const printed = plain.match(PRINTED) ?? [];
  return isCardNumber(plain) || printed.some((run) => isCardNumber(run.replace(GAPS, '')));
}

/**
 * The text with every run of 13 or more digits masked. Wider than a card number on purpose: a mistyped card number
 * fails the Luhn check and is still nobody's to log.
 */
export function maskLongNumbers(text: string): string {
  return text.replace(LONG_DIGIT_RUN, '•••');
}

/** Source: ISO/IEC 7812-1 annex B, the Luhn formula. */
function passesLuhn(digits: string): boolean {
  let sum = 0;
  for (let fromRight = 0; fromRight < digits.length; fromRight += 1) {
    const digit = Number(digits[digits.length - 1 - fromRight]);
    const weighted = fromRight % 2 === 0 ? digit : digit * 2;
    sum += weighted > 9 ? weighted - 9 : weighted;
  }
  return sum % 10 === 0;
}
