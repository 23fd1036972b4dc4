/** ITU-T E.161 keypad: the digit behind each letter from `a` to `z`. */
const KEYPAD = '22233344455566677778889999';
/** Nothing to undo: most numbers. */
const PLAIN = /^[-\d ()+./]*$/;
const INVISIBLE = /\p{Default_Ignorable_Code_Point}/gu;
// Longer than any spelling of a 15-digit number with an extension; spares the parser hostile text.
const LONGEST = 100;

/** A written number with its extension set apart. */
export interface PhoneSpelling {
  readonly number: string;
  readonly extension: string | undefined;
}

/**
 * Undoes what the parser does not know: full-width signs and other scripts' digits, invisible characters, `tel:` links
 * (RFC 3966) and letters on the keypad. Nothing when the text is too long to be a number.
 */
export function spellOut(raw: string): PhoneSpelling | undefined {
  if (raw.length > LONGEST) return undefined;
  if (PLAIN.test(raw)) return { number: raw.trim(), extension: undefined };
  const text = westernDigits(raw.normalize('NFKC').replaceAll(INVISIBLE, '')).trim();
  const link = /^tel:/iu.test(text) ? readLink(text.slice('tel:'.length)) : text;
  const { number, extension } = withoutExtension(link);
  return { number: lettersToDigits(number), extension };
}

/** Decimal digits of any script lie in runs of ten that start at a multiple the value can be counted from. */
function westernDigits(text: string): string {
  return text.replaceAll(/[^\P{Nd}0-9]/gu, (digit) => {
    let value = 0;
    let code = digit.codePointAt(0) ?? 0;
    while (value < 9 && /\p{Nd}/u.test(String.fromCodePoint(code - 1))) {
      code -= 1;
      value += 1;
    }
    return String(value);
  });
}

/** `tel:` number and parameters: a context with a plus is the prefix of a local number, a host name is none. */
function readLink(link: string): string {
  const [number = '', ...parameters] = link.split(';');
  const value = (name: string): string | undefined =>
    parameters.find((each) => each.toLowerCase().startsWith(`${name}=`))?.slice(name.length + 1);
  const context = value('phone-context');
  const prefix = context?.startsWith('+') === true && !number.startsWith('+') ? context : '';
  const extension = value('ext');
  return `${prefix}${number}${extension === undefined ? '' : `;ext=${extension}`}`;
}

const EXTENSION =
  /(?:;ext=|[\s,;]*(?:e?xt(?:ensi(?:o|ó|ó)n?)?|доб(?:авочный)?|anexo|int(?:ern)?|durchwahl|x|#)\.?:?\s*#?|,{1,2}\s*)(\d{1,9})#?$/iu;

function withoutExtension(text: string): PhoneSpelling {
  const found = EXTENSION.exec(text);
  const digitsBefore = text.slice(0, found?.index).replaceAll(/\D/gu, '').length;
  // A mark with hardly a number before it belongs to the number (`#1234`).
  const marked = found?.[0].startsWith(';ext=') === true;
  if (found === null || (digitsBefore < 5 && !marked))
    return { number: text, extension: undefined };
  return { number: text.slice(0, found.index), extension: found[1] };
}

/** Only where digits came first: `Dog` is no number, `0800 DDA 005` is. */
function lettersToDigits(number: string): string {
  if (!/[a-z]{3}/iu.test(number) || (number.match(/\d/gu)?.length ?? 0) < 3) return number;
  return number
    .toLowerCase()
    .replaceAll(/[a-z]/gu, (letter) => KEYPAD[letter.charCodeAt(0) - 97] ?? '');
}
