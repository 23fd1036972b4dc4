import type { Comparison, Kind } from '@doubletake/identity';
import {
  canonicalReading,
  type Reading,
  type Written,
  type WrittenProblem,
} from '../identifier/written.ts';

/** One side of a comparison as it was read. */
export type Side =
  | { readonly canonical: string }
  /** It could not be read, so nothing was compared. */
  | { readonly problem: WrittenProblem };

/** The answer to `compare`: `level` `unknown` when the two could not be compared, and then never the same. */
export interface Verdict extends Comparison {
  readonly a: Side;
  readonly b: Side;
}

/** A kind of identifier that can be compared from the command line. */
export interface Comparable {
  readonly name: string;
  /** One line for the help: how A and B are written. */
  readonly written: string;
  readonly compare: (a: Written, b: Written) => Verdict;
}

/** How a kind of the identity package is compared here. */
export interface Comparing<Raw, Value> {
  readonly written: string;
  readonly raw: (written: Written) => Reading<Raw>;
  readonly canonical: (value: Value) => string;
  /** Which comparisons count as the same. @defaultValue what the kind itself says */
  readonly same?: (comparison: Comparison) => boolean;
}

/** A row of the table of comparable kinds. */
export function comparable<Raw, Value>(
  kind: Kind<Raw, Value>,
  { written, raw, canonical, same = (comparison) => comparison.same }: Comparing<Raw, Value>,
): Comparable {
  const read = (value: Written): Reading<Value> => canonicalReading(raw(value), kind.canonicalise);
  return {
    name: kind.kind,
    written,
    compare: (a, b) => {
      const [left, right] = [read(a), read(b)];
      const sides = { a: sideOf(left, canonical), b: sideOf(right, canonical) };
      if (!left.ok || !right.ok) return { ...incomparable(left, right), ...sides };
      const comparison = kind.compare(left.value, right.value);
      return { ...comparison, same: same(comparison), ...sides };
    },
  };
}

/** What is said of two values of which at least one could not be read. */
export function incomparable(a: Reading<unknown>, b: Reading<unknown>): Comparison {
  const why = [
    ...(a.ok ? [] : [`a: ${a.problem.message}`]),
    ...(b.ok ? [] : [`b: ${b.problem.message}`]),
  ];
  return { level: 'unknown', same: false, similarity: 0, why };
}

/** The side of a verdict a value stands on. */
export function sideOf<Value>(read: Reading<Value>, canonical: (value: Value) => string): Side {
  return read.ok ? { canonical: canonical(read.value) } : { problem: read.problem };
}
