import anyAscii from 'any-ascii';

/** Greek digraphs sound unlike their letters; any-ascii goes letter by letter (ISO 843 type 2 reads them as pairs). */
const GREEK_PAIRS: readonly (readonly [RegExp, string])[] = [
  [/ου|ού/gu, 'ou'],
  [/αυ|αύ/gu, 'av'],
  [/ευ|εύ/gu, 'ev'],
  [/γγ/gu, 'ng'],
  [/μπ/gu, 'b'],
  [/ντ/gu, 'd'],
];

const ASCII = /^[\n\r\t -~]*$/;
const GREEK = /\p{Script=Greek}/u;
/** Hyphens, dashes and the minus sign, all of which people type for one another. */
const DASHES = /[\u00ad\u2010-\u2015\u2212\u2043\ufe58\ufe63\uff0d]/gu;
/** Quotes and the Cyrillic hard and soft signs, which any-ascii would turn into an apostrophe. */
const SILENT = /[ьъЬЪ]/gu;

/**
 * Folds a text to lower-case ASCII: compatibility forms, dashes, accents and scripts (any-ascii 0.3.3).
 * Folding twice changes nothing.
 */
export function fold(text: string): string {
  if (ASCII.test(text)) return text.toLowerCase();
  let folded = text.normalize('NFKC').toLowerCase().replace(DASHES, '-').replace(SILENT, '');
  if (GREEK.test(folded))
    for (const [pair, sound] of GREEK_PAIRS) folded = folded.replace(pair, sound);
  return anyAscii(folded).toLowerCase();
}
