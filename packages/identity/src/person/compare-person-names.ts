import { type Alignment, alignNames, type Match } from '../name/align-names.ts';
import { nameKind, type NameRaw, type PersonName } from '../name/index.ts';
import { damerau } from '../text/damerau.ts';
import { BITS, type FieldEvidence, SWAP_COST, weigh } from './agreement.ts';

type Part = 'given' | 'family';

/** Weighs given and family names, each against its like; two words may have changed places. */
export function comparePersonNames(
  left: NameRaw | undefined,
  right: NameRaw | undefined,
): readonly FieldEvidence[] {
  const a = left === undefined ? undefined : nameKind.canonicalise(left);
  const b = right === undefined ? undefined : nameKind.canonicalise(right);
  if (a?.ok !== true || b?.ok !== true) return [];
  const alignment = alignNames(a.value.tokens, b.value.tokens);
  const swapped = alignment.matches.filter(isSwapped);
  if (swapped.length > 0 && !alignment.matches.some(isStraight))
    return swappedNames(swapped, alignment);
  return [
    ...part('given', alignment, [a.value, b.value]),
    ...part('family', alignment, [a.value, b.value]),
  ];
}

function part(
  name: Part,
  { matches }: Alignment,
  [left, right]: readonly [PersonName, PersonName],
): readonly FieldEvidence[] {
  const match = matches.find(
    (candidate) => candidate.left.part === name && candidate.right.part === name,
  );
  if (match !== undefined) return weigh(name, match.agreement);
  const [a, b] = [joined(left, name), joined(right, name)];
  if (a === '' || b === '') return [];
  const rough =
    damerau(a, b) <= (Math.min(a.length, b.length) < 5 ? 1 : 2) && a.charAt(0) === b.charAt(0);
  return weigh(name, rough ? 'rough' : 'conflict');
}

/** One word in the other's place counts as the family name; a second as the given name. */
function swappedNames(
  swapped: readonly Match[],
  { leftOnly, rightOnly }: Alignment,
): readonly FieldEvidence[] {
  const parts: readonly Part[] = ['family', 'given'];
  const evidence = swapped.slice(0, 2).map(({ agreement }, index) => {
    const field = parts[index] ?? 'given';
    return { field, level: agreement, bits: (BITS[field][agreement] ?? 0) - SWAP_COST };
  });
  const conflict = swapped.length === 1 && leftOnly.length > 0 && rightOnly.length > 0;
  return [...evidence, ...(conflict ? weigh('given', 'conflict') : [])];
}

function joined({ tokens }: PersonName, name: Part): string {
  return tokens
    .filter((token) => token.part === name)
    .map(({ text }) => text)
    .join('');
}

function isSwapped({ left, right }: Match): boolean {
  return left.part !== right.part;
}

function isStraight(match: Match): boolean {
  return !isSwapped(match);
}
