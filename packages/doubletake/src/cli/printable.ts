/** Controls and format characters: they move a terminal's cursor, recolour it, or turn the reading direction. */
const UNPRINTABLE = /[\p{Cc}\p{Cf}\p{Zl}\p{Zp}\p{Cs}]/gu;

/** Ideographs, kana, Hangul, full-width forms and emoji take two columns (UAX #11, the wide classes). */
const WIDE =
  /[\u{1100}-\u{115F}\u{2E80}-\u{303E}\u{3041}-\u{A4CF}\u{AC00}-\u{D7A3}\u{F900}-\u{FAFF}\u{FE30}-\u{FE6F}\u{FF00}-\u{FF60}\u{FFE0}-\u{FFE6}\u{1F300}-\u{1FAFF}\u{20000}-\u{3FFFD}]/u;

/**
 * A text from outside as a terminal may show it, on one line.
 * INVARIANT: nothing that arrived as data can send a terminal a command.
 */
export function printable(text: string): string {
  return text.replace(/[\t\r\n]+/gu, ' ').replace(UNPRINTABLE, '�');
}

/** JSON that a terminal may show, on one line; it reads back as what it was. */
export const printableJson = (value: unknown): string =>
  JSON.stringify(value).replace(UNPRINTABLE, (characters) =>
    Array.from(
      { length: characters.length },
      (_, n) => `\\u${characters.charCodeAt(n).toString(16).padStart(4, '0')}`,
    ).join(''),
  );

/** Columns a printable text takes. */
export function widthOf(text: string): number {
  let width = 0;
  for (const character of text) {
    if (/\p{Mn}/u.test(character)) continue;
    width += WIDE.test(character) ? 2 : 1;
  }
  return width;
}

/** The text in at most `width` columns, an ellipsis where something was cut. */
export function cutTo(text: string, width: number): string {
  if (widthOf(text) <= width) return text;
  let kept = '';
  let used = 0;
  for (const character of text) {
    const next = used + widthOf(character);
    if (next > width - 1) break;
    kept += character;
    used = next;
  }
  return width < 1 ? '' : `${kept}…`;
}

/** The text with spaces added up to `width` columns, on the right or, for numbers, on the left. */
export function padTo(text: string, width: number, align: 'left' | 'right' = 'left'): string {
  const space = ' '.repeat(Math.max(0, width - widthOf(text)));
  return align === 'left' ? text + space : space + text;
}
