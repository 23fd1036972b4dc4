import { isComparison } from '../condition.ts';
import { OPERATORS } from '../operators/index.ts';
import type { Condition } from '../rule.ts';

/**
 * The same condition, or its opposite, without `not`: the opposite moves inwards (De Morgan) until it meets the
 * comparisons, and every operator has one that holds exactly where it does not.
 */
export function withoutNot(condition: Condition, opposite = false): Condition {
  if (isComparison(condition)) {
    const { negation } = OPERATORS[condition.operator];
    return opposite ? { ...condition, operator: negation } : condition;
  }
  if ('not' in condition) return withoutNot(condition.not, !opposite);
  const isAll = 'all' in condition;
  const parts = (isAll ? condition.all : condition.any).map((part) => withoutNot(part, opposite));
  return isAll === opposite ? { any: parts } : { all: parts };
}
