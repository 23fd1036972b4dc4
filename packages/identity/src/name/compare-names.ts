import type { Comparison } from '../kind.ts';
import { type Alignment, alignNames, type Match } from './align-names.ts';
import type { NameToken, PersonName } from './person-name.ts';
import { AGREEMENT } from './token-match.ts';

/** Rungs of the name ladder, strongest first. */
export type NameLevel = 'full' | 'initial' | 'surname' | 'given' | 'none' | 'unknown';

/**
 * Compares two names whatever the order of their words. Words that only one side has are left out by people and prove
 * nothing; words that both sides have and that differ make two people. Symmetric.
 */
export function compareNames(left: PersonName, right: PersonName): Comparison {
  if (incomparable(left, right))
    return {
      level: 'unknown',
      same: false,
      similarity: 0,
      why: ['only one side has the part to compare'],
    };
  const alignment = alignNames(left.tokens, right.tokens);
  const similarity = likeness(alignment);
  const agrees = isOneName(alignment, left, right);
  const bothDated = left.birthDate !== undefined && right.birthDate !== undefined;
  if (agrees && bothDated && left.birthDate !== right.birthDate) {
    return {
      level: 'surname',
      same: false,
      similarity: similarity / 2,
      why: ['names agree', 'birth dates differ'],
    };
  }
  const why = [
    ...explain(alignment),
    ...(bothDated && left.birthDate === right.birthDate ? ['same birth date'] : []),
  ];
  return {
    level: level(alignment, agrees, left.hasGiven && right.hasGiven),
    same: agrees,
    similarity,
    why,
  };
}

function incomparable(left: PersonName, right: PersonName): boolean {
  return (isFamilyOnly(left) && !right.hasFamily) || (!left.hasFamily && isFamilyOnly(right));
}

function isFamilyOnly({ hasGiven, tokens }: PersonName): boolean {
  return !hasGiven && tokens.length === 1;
}

function isOneName(
  { matches, leftOnly, rightOnly }: Alignment,
  left: PersonName,
  right: PersonName,
): boolean {
  if (leftOnly.length > 0 && rightOnly.length > 0) return false;
  if (leftOnly.length === 0 && rightOnly.length === 0) return matches.some(isWhole);
  const whole = matches.filter(isWhole).length;
  return matches.length >= 2 && whole >= 1 && left.tokens.length > 1 && right.tokens.length > 1;
}

function isWhole({ agreement }: Match): boolean {
  return agreement !== 'initial';
}

function level({ matches }: Alignment, agrees: boolean, bothGiven: boolean): NameLevel {
  if (agrees) return matches.every(isWhole) ? 'full' : 'initial';
  const whole = matches.filter(isWhole);
  if (whole.some(({ left, right }) => left.part === 'family' && right.part === 'family'))
    return 'surname';
  if (bothGiven && whole.some(({ left, right }) => left.part === 'given' && right.part === 'given'))
    return 'given';
  return 'none';
}

/** Agreement over all words; words of both sides without a partner count in full, of one side by a quarter. */
function likeness({ matches, leftOnly, rightOnly }: Alignment): number {
  const agreed = matches.reduce((sum, { agreement }) => sum + AGREEMENT[agreement], 0);
  const conflicting = Math.min(leftOnly.length, rightOnly.length);
  const extra = Math.max(leftOnly.length, rightOnly.length) - conflicting;
  return agreed / (matches.length + conflicting + extra / 4);
}

function explain({ matches, leftOnly, rightOnly }: Alignment): string[] {
  const parts = matches.map(({ left, agreement }) => `${left.part} name: ${WORDING[agreement]}`);
  if (leftOnly.length > 0 && rightOnly.length > 0)
    return [`${conflictOf(leftOnly, rightOnly)} name differs`, ...parts];
  if (leftOnly.length > 0 || rightOnly.length > 0) parts.push('a word on one side only');
  return parts;
}

function conflictOf(left: readonly NameToken[], right: readonly NameToken[]): string {
  return left.some(isFamily) && right.some(isFamily) ? 'family' : 'given';
}

function isFamily({ part }: NameToken): boolean {
  return part === 'family';
}

const WORDING: Readonly<Record<Match['agreement'], string>> = {
  equal: 'equal',
  spelling: 'another spelling',
  nickname: 'short form',
  typo: 'slip of the pen',
  initial: 'initial fits',
};
