import type { IdentifierKey, Kind } from '../kind.ts';
import { compareNames } from './compare-names.ts';
import { parseName } from './parse-name.ts';
import type { NameRaw, PersonName } from './person-name.ts';

export type { NameLevel } from './compare-names.ts';
export type { NameRaw, NameToken, PersonName } from './person-name.ts';

/** Names of people, in any order, script and spelling; the ladder is `NameLevel`. */
export const nameKind: Kind<NameRaw, PersonName> = {
  kind: 'name',
  canonicalise: parseName,
  compare: compareNames,
  keys,
  mask,
};

/** The whole name with its words sorted, and the family name; a name of one word is only its surname. */
function keys({ tokens, hasFamily }: PersonName): readonly IdentifierKey[] {
  const surname = tokens
    .filter(({ part }) => part === 'family')
    .map(({ text }) => text)
    .join(' ');
  const full = tokens
    .map(({ text }) => text)
    .toSorted()
    .join(' ');
  return [
    ...(tokens.length > 1 ? [{ type: 'name', value: full } as const] : []),
    ...(hasFamily && surname !== '' ? [{ type: 'surname', value: surname } as const] : []),
  ];
}

/** The initial of every word: `J• K•`. */
function mask({ canonical }: PersonName): string {
  return canonical
    .split(' ')
    .map((word) => `${word.charAt(0).toUpperCase()}•`)
    .join(' ');
}
