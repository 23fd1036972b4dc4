import type { MarkedPart } from '../models/case-parts.ts';

/** A masked value in parts, those marked that the other side has too. Only values that agree are marked. */
export function marked(value: string, other: string | undefined, agrees: boolean): MarkedPart[] {
  if (!agrees || other === undefined) return [{ text: value, same: false }];
  if (value === other) return [{ text: value, same: true }];
  const others = new Set(partsOf(other).map(key));
  return partsOf(value).map((text) => ({ text, same: isWord(text) && others.has(key(text)) }));
}

const partsOf = (value: string): string[] =>
  value.split(/([\s,@/]+)/).filter((part) => part !== '');
const key = (part: string): string => part.toLowerCase();
const isWord = (part: string): boolean => /[\p{L}\p{N}]/u.test(part);
