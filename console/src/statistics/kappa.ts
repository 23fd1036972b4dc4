import type { Label, LabelPairs } from '@doubletake/scoring';

/** Every label, in the order tables show them. */
export const LABELS: readonly Label[] = ['fraud', 'policy', 'honest', 'unsure'];

/** How far two looks at the same case agree. */
export interface Agreement {
  /** Pairs of labels, of two different people on one case. */
  readonly pairs: number;
  /** Share of pairs that are equal; absent when there are none. */
  readonly observed?: number;
  /** Absent when there are no pairs, or when everybody always said the same: chance explains that as well. */
  readonly kappa?: number;
  /** Counts: a row for each label given first, a column for each given second, both as `LABELS`. */
  readonly matrix: readonly (readonly number[])[];
}

/**
 * Agreement beyond chance: (observed − expected) / (1 − expected), expected from how often each label was given first
 * and second.
 * Source: J. Cohen, "A coefficient of agreement for nominal scales", Educational and Psychological Measurement 20 (1960).
 */
export function agreementOf(pairs: readonly LabelPairs[]): Agreement {
  const count = (first: Label, second: Label): number =>
    sum(pairs.filter((pair) => pair.first === first && pair.second === second));
  const matrix = LABELS.map((first) => LABELS.map((second) => count(first, second)));
  const total = sum(pairs);
  if (total === 0) return { pairs: 0, matrix };
  const marginal = (side: 'first' | 'second', label: Label): number =>
    sum(pairs.filter((pair) => pair[side] === label)) / total;
  const observed = sum(pairs.filter(({ first, second }) => first === second)) / total;
  const expected = LABELS.reduce(
    (chance, label) => chance + marginal('first', label) * marginal('second', label),
    0,
  );
  const kappa = expected === 1 ? {} : { kappa: (observed - expected) / (1 - expected) };
  return { pairs: total, observed, ...kappa, matrix };
}

const sum = (counted: readonly { readonly count: number }[]): number =>
  counted.reduce((total, { count }) => total + count, 0);
