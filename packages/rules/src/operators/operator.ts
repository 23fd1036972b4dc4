import type { FactType, FactValue, Scalar } from '../fact.ts';
import type { Truth } from '../truth.ts';

/** A comparison json-rules-engine knows. */
export type OperatorName =
  | 'equal'
  | 'notEqual'
  | 'lessThan'
  | 'lessThanInclusive'
  | 'greaterThan'
  | 'greaterThanInclusive'
  | 'in'
  | 'notIn'
  | 'contains'
  | 'doesNotContain';

/** A right-hand value once a fact on the right has been read. */
export type RightValue = FactValue | readonly Scalar[];

/** One row of the operator table. */
export interface Operator {
  /** What it asks, to follow the fact's name in a sentence. */
  readonly phrase: string;
  /** The operator that holds exactly where this one does not. */
  readonly negation: OperatorName;
  /** The types its left side may be declared as. */
  readonly left: readonly FactType[];
  /** What the right side must be, seen from the left: of its type, a list of its type, or one of its elements. */
  readonly right: 'same' | 'list' | 'element';
  /** What both sides must be, for messages. */
  readonly needs: string;
  /** Compares two values that are present; `error` when either is of the wrong type. */
  readonly test: (left: FactValue, right: RightValue) => Truth;
}
