/** 13 to 19 digits is the length of a primary account number (ISO/IEC 7812-1). */
const SHORTEST = 13;
const LONGEST = 19;

const SEPARATORS = /[\s\p{Pd}._/]/gu;
const ONLY_DIGITS = /^\d+$/;
/**
 * What stands in a longer text as cards are printed: one run, four by four, or four, six, and the rest. It begins with 2 to 6,
 * the industries that issue cards to pay with (ISO/IEC 7812-1); a time in milliseconds begins with 1.
 */
const PRINTED =
  /(?<![\d.])[2-6](?:\d{12,18}|\d{3}(?<gap>[\s\p{Pd}._/])\d{4}\k<gap>\d{4}\k<gap>\d{1,7}|\d{3}(?<pause>[\s\p{Pd}._/])\d{6}\k<pause>\d{4,5})(?!\d)/gu;
const LONG_DIGIT_RUN = /\d(?:[\s\p{Pd}]*\d){12,}/gu;

/**
 * Whether a text is a card number or holds one: 13 to 19 digits that pass the Luhn check, whatever form of digits, spaces,
 * hyphens, dots and strokes aside; in a longer text, printed as cards are.
 */
export function hasCardNumber(text: string): boolean {
  if (text.length < SHORTEST) return false;
  const plain = text.normalize('NFKC');
  return [plain, ...(plain.match(PRINTED) ?? [])].some(isCardNumber);
}

function isCardNumber(text: string): boolean {
  const bare = text.replace(SEPARATORS, '');
  const fits = bare.length >= SHORTEST && bare.length <= LONGEST && ONLY_DIGITS.test(bare);
  return fits && passesLuhn(bare);
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
