import type { RightValue } from './operators/operator.ts';
import { factOf } from './fact.ts';
import type { Facts } from './fact.ts';
import type { Comparison, Condition, Operand } from './rule.ts';

/** Whether a condition compares a fact, rather than grouping others. */
export function isComparison(condition: Condition): condition is Comparison {
  return Object.hasOwn(condition, 'fact');
}

/** The conditions directly inside one, in order. */
export function partsOf(condition: Condition): readonly Condition[] {
  if ('all' in condition) return condition.all;
  if ('any' in condition) return condition.any;
  return 'not' in condition ? [condition.not] : [];
}

/** Every comparison of a condition, in document order. */
export function comparisonsOf(condition: Condition): readonly Comparison[] {
  return isComparison(condition) ? [condition] : partsOf(condition).flatMap(comparisonsOf);
}

/** The fact a comparison reads on its right-hand side, if it reads one. */
export function rightFactOf(operand: Operand): string | undefined {
  return isFactReference(operand) ? operand.fact : undefined;
}

/** The right-hand value, read from the facts where it names one; `undefined` when that fact is missing. */
export function rightValueOf(operand: Operand, facts: Facts): RightValue | undefined {
  return isFactReference(operand) ? factOf(facts, operand.fact) : operand;
}

/** The facts a comparison reads and does not find. */
export function missingFrom(comparison: Comparison, facts: Facts): readonly string[] {
  const right = rightFactOf(comparison.value);
  const reads = right === undefined ? [comparison.fact] : [comparison.fact, right];
  return reads.filter((id) => factOf(facts, id) === undefined);
}

/** Whether an operand names a fact. */
export function isFactReference(operand: Operand): operand is { readonly fact: string } {
  return typeof operand === 'object' && !Array.isArray(operand);
}
