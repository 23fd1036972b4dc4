import { DIMINUTIVES } from './data/diminutives.ts';
import { DISTINCT_GIVEN_NAMES } from './data/given-names.ts';

/** Groups each given name stands in. */
const GROUPS = new Map<string, number[]>();
/** Given names known to be whole names, not misspellings of one another. */
const KNOWN = new Set<string>(DISTINCT_GIVEN_NAMES.trim().split(/\s+/));

for (const [group, line] of DIMINUTIVES.entries()) {
  const [formal = '', short = ''] = line.split(' | ');
  for (const name of formal.split(' ')) KNOWN.add(name);
  for (const name of `${formal} ${short}`.split(' '))
    GROUPS.set(name, [...(GROUPS.get(name) ?? []), group]);
}

/** Whether both are listed as whole given names: then a letter's difference is another name, not a typo. */
export function bothKnown(left: string, right: string): boolean {
  return KNOWN.has(left) && KNOWN.has(right);
}

/** Whether one is a short form of the other, or both are short forms of one name. */
export function isNickname(left: string, right: string): boolean {
  const groups = GROUPS.get(left);
  if (groups !== undefined && GROUPS.get(right)?.some((group) => groups.includes(group)) === true)
    return true;
  return left.length < right.length ? isCut(left, right) : isCut(right, left);
}

/** How short forms are made: the beginning or the end of the whole name, with or without -y, -ie, -i, -o. */
function isCut(short: string, whole: string): boolean {
  if (bothKnown(short, whole)) return false;
  const stem = short.replace(/(?:ie|y|i|o)$/, '').replace(/(.)\1$/, '$1');
  if (stem.length < 3 || whole.length < stem.length + 2) return false;
  if (whole.startsWith(stem)) return true;
  return whole.endsWith(stem.length >= 4 ? stem : short) && (stem.length >= 4 || GROUPS.has(short));
}
