import { isComparison, isFactReference } from './condition.ts';
import type { Condition, Rule } from './rule.ts';

/**
 * A rule as its file: JSON in one key order, two spaces deep, with a final newline. Parsing it gives the same rule, so
 * two rules are the same exactly when they print the same.
 */
export function printRule(rule: Rule): string {
  const { name, description, mode, programmes, priority, event, onMissing, acceptedRisk } = rule;
  const { reason, final, until } = event.params;
  // JSON leaves out what is undefined, and keeps this order
  const file = {
    name,
    description,
    mode,
    programmes,
    priority,
    conditions: ordered(rule.conditions),
    event: { type: event.type, params: { reason, final, until } },
    onMissing,
    acceptedRisk,
  };
  return `${JSON.stringify(file, undefined, 2)}\n`;
}

function ordered(condition: Condition): object {
  const { name } = condition;
  if (isComparison(condition)) {
    const { fact, operator, value } = condition;
    return { name, fact, operator, value: isFactReference(value) ? { fact: value.fact } : value };
  }
  if ('all' in condition) return { name, all: condition.all.map(ordered) };
  return 'any' in condition
    ? { name, any: condition.any.map(ordered) }
    : { name, not: ordered(condition.not) };
}
