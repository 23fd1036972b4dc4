import { isFactReference, rightFactOf } from '../condition.ts';
import type { FactValue, Scalar } from '../fact.ts';
import { OPERATORS } from '../operators/index.ts';
import type { Comparison } from '../rule.ts';

/**
 * Whether one new comparison can hold beside others that hold already. What is compared with values is examined fact
 * by fact, what is compared with facts pair by pair; chains over three facts are not followed, so `true` means
 * "nothing found against it".
 */
export function staysConsistent(held: readonly Comparison[], added: Comparison): boolean {
  const subject = subjectOf(added);
  const together = [...held.filter((other) => subjectOf(other) === subject), added];
  return rightFactOf(added.value) === undefined
    ? someValueFits(together)
    : somePairFits(together, added.fact);
}

/** What a comparison is about: one fact, or two in either order. */
function subjectOf({ fact, value }: Comparison): string {
  const right = rightFactOf(value);
  return right === undefined ? fact : [fact, right].toSorted().join(' ');
}

function someValueFits(comparisons: readonly Comparison[]): boolean {
  const literals = comparisons.flatMap(({ value }) => (isFactReference(value) ? [] : value));
  return [...samplesOf(literals), requiredList(comparisons)].some((sample) =>
    comparisons.every(({ operator, value }) => {
      return !isFactReference(value) && OPERATORS[operator].test(sample, value) === 'true';
    }),
  );
}

/**
 * Values that stand for all: between two neighbouring literals every number answers alike, and so does every string
 * that is none of the literals.
 */
function samplesOf(literals: readonly Scalar[]): readonly Scalar[] {
  const numbers = literals
    .filter((literal) => typeof literal === 'number')
    .toSorted((a, b) => a - b);
  const between = numbers.map((number, i) => (number + (numbers[i + 1] ?? number)) / 2);
  const strings = literals.filter((literal) => typeof literal === 'string');
  return [
    -Number.MAX_VALUE,
    ...numbers,
    ...between,
    Number.MAX_VALUE,
    ...strings,
    `${strings.join('')}~`,
    true,
    false,
  ];
}

/** The smallest list that contains everything asked for. */
function requiredList(comparisons: readonly Comparison[]): readonly string[] {
  return comparisons.flatMap(({ operator, value }) =>
    operator === 'contains' && typeof value === 'string' ? [value] : [],
  );
}

/** Two facts can be in order, equal or apart, and one can be an element of the other or not. */
const PAIR_SAMPLES: readonly FactValue[] = [0, 1, 'x', ['x'], []];

function somePairFits(comparisons: readonly Comparison[], first: string): boolean {
  const self = comparisons.every(({ fact, value }) => fact === rightFactOf(value));
  const fits = (one: FactValue, other: FactValue): boolean =>
    comparisons.every(({ fact, operator }) => {
      const { test } = OPERATORS[operator];
      return (fact === first ? test(one, other) : test(other, one)) === 'true';
    });
  return PAIR_SAMPLES.some((one) =>
    self ? fits(one, one) : PAIR_SAMPLES.some((other) => fits(one, other)),
  );
}
