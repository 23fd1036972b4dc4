import { isComparison, missingFrom, rightFactOf, rightValueOf } from './condition.ts';
import { factOf } from './fact.ts';
import type { Facts, FactValue } from './fact.ts';
import { OPERATORS } from './operators/index.ts';
import type { OperatorName, RightValue } from './operators/operator.ts';
import type { Comparison, Condition, Rule } from './rule.ts';
import { every, opposite, some } from './truth.ts';
import type { Truth } from './truth.ts';

/** Why a rule held or not. */
export interface RuleTrace {
  /** The rule's name, or its id where a pack was evaluated. */
  rule: string;
  result: Truth;
  conditions: ConditionTrace;
}

/** One condition with what it came to. Every condition is there, those that decided nothing included. */
export type ConditionTrace = ComparisonTrace | GroupTrace;

/** One comparison with both values. */
export interface ComparisonTrace {
  name?: string;
  fact: string;
  operator: OperatorName;
  /** The fact's value; absent when it is missing. */
  left?: FactValue;
  /** The fact on the right-hand side, where there is one. */
  rightFact?: string;
  /** The right-hand value as it was compared; absent when its fact is missing. */
  right?: RightValue;
  result: Truth;
  /** The facts this comparison reads and does not find; only on `unknown`. */
  missing?: readonly string[];
  /** What was of the wrong type; only on `error`. */
  message?: string;
}

/** A group with its conditions. */
export interface GroupTrace {
  name?: string;
  operator: 'all' | 'any' | 'not';
  result: Truth;
  conditions: readonly ConditionTrace[];
}

/** Everything a rule asked and was answered, whether it held or not. The rule's mode and programmes play no part. */
export function explainRule(rule: Rule, facts: Facts): RuleTrace {
  const conditions = explainCondition(rule.conditions, facts);
  return { rule: rule.name, result: conditions.result, conditions };
}

/** Everything a condition asked and was answered. */
function explainCondition(condition: Condition, facts: Facts): ConditionTrace {
  if (isComparison(condition)) return explainComparison(condition, facts);
  const label = condition.name === undefined ? {} : { name: condition.name };
  if ('not' in condition) {
    const part = explainCondition(condition.not, facts);
    return { ...label, operator: 'not', result: opposite(part.result), conditions: [part] };
  }
  const [operator, parts, join] =
    'all' in condition
      ? (['all', condition.all, every] as const)
      : (['any', condition.any, some] as const);
  const conditions = parts.map((part) => explainCondition(part, facts));
  const result = join(conditions.map((part) => () => part.result))(undefined);
  return { ...label, operator, result, conditions };
}

/**
 * The comparisons that left a condition undecided: those that are undecided themselves and that nothing around them
 * overruled.
 */
export function undecidedIn(trace: ConditionTrace): readonly ComparisonTrace[] {
  if (trace.result === 'true' || trace.result === 'false') return [];
  return 'conditions' in trace ? trace.conditions.flatMap(undecidedIn) : [trace];
}

/** One comparison with both values. */
export function explainComparison(comparison: Comparison, facts: Facts): ComparisonTrace {
  const { name, fact, operator, value } = comparison;
  const left = factOf(facts, fact);
  const right = rightValueOf(value, facts);
  const rightFact = rightFactOf(value);
  const result =
    left === undefined || right === undefined ? 'unknown' : OPERATORS[operator].test(left, right);
  // written key by key: a decision explains every rule that matched, and spreading costs three times as much
  const trace: ComparisonTrace = { fact, operator, result };
  if (name !== undefined) trace.name = name;
  if (left !== undefined) trace.left = left;
  if (rightFact !== undefined) trace.rightFact = rightFact;
  if (right !== undefined) trace.right = right;
  if (result === 'unknown') trace.missing = missingFrom(comparison, facts);
  if (result === 'error') trace.message = wrongTypeOf(comparison, left, right);
  return trace;
}

function wrongTypeOf(
  { fact, operator, value }: Comparison,
  left: FactValue | undefined,
  right: RightValue | undefined,
): string {
  const other = rightFactOf(value);
  const found = other === undefined ? '' : ` and \`${other}\` is \`${JSON.stringify(right)}\``;
  const { needs } = OPERATORS[operator];
  return `\`${fact}\` is \`${JSON.stringify(left)}\`${found}, and \`${operator}\` needs ${needs}`;
}
