import { greaterThan, greaterThanInclusive, lessThan, lessThanInclusive } from './comparison.ts';
import { equal, notEqual } from './equality.ts';
import { contains, doesNotContain, isIn, notIn } from './membership.ts';
import type { Operator, OperatorName } from './operator.ts';

/** Every operator of the language: json-rules-engine 7's own ten, without decorators or custom ones. */
export const OPERATORS: Readonly<Record<OperatorName, Operator>> = {
  equal,
  notEqual,
  lessThan,
  lessThanInclusive,
  greaterThan,
  greaterThanInclusive,
  in: isIn,
  notIn,
  contains,
  doesNotContain,
};

/** The operators' names, in the table's order. */
export const OPERATOR_NAMES: readonly OperatorName[] =
  Object.keys(OPERATORS).filter(isOperatorName);

/** Whether a word is an operator of the language. */
export function isOperatorName(word: string): word is OperatorName {
  return Object.hasOwn(OPERATORS, word);
}
