import { isComparison, isFactReference } from './condition.ts';
import { factOf } from './fact.ts';
import type { Facts } from './fact.ts';
import { OPERATORS } from './operators/index.ts';
import { printRule } from './print-rule.ts';
import { compareTexts } from './problem.ts';
import { VOTE_TYPES } from './rule.ts';
import type { Comparison, Condition, Pack, Rule } from './rule.ts';
import { every, opposite, some } from './truth.ts';
import type { Test } from './truth.ts';

/** A rule made ready: its id, itself, and its conditions as one function. */
export interface CompiledRule {
  readonly id: string;
  readonly rule: Rule;
  readonly test: Test<Facts>;
}

/** A pack made ready for `evaluate`. It holds no state, so any number of evaluations may share it. */
export interface CompiledPack {
  readonly name: string;
  readonly rules: readonly CompiledRule[];
}

/** Makes a pack ready for `evaluate`, once. Rules that are `off` are left out, and a rule that occurs twice counts once. */
export function compilePack(pack: Pack): CompiledPack {
  // INVARIANT: rules stand in the order of their votes, and equal rules are one, so that neither the order nor the
  // repetition of rules in a pack reaches an evaluation
  const distinct = new Map(pack.rules.map((rule) => [printRule(rule), rule]));
  const rules = [...distinct]
    .filter(([, rule]) => rule.mode !== 'off')
    .toSorted(([printA, a], [printB, b]) => compareRules(a, b) || compareTexts(printA, printB))
    .map(([, rule]) => ({
      id: `${pack.name}/${rule.name}`,
      rule,
      test: compileCondition(rule.conditions),
    }));
  return { name: pack.name, rules };
}

/** Turns a condition into a function of the facts: closures over closures, no generated source. */
export function compileCondition(condition: Condition): Test<Facts> {
  if (isComparison(condition)) return compileComparison(condition);
  if ('all' in condition) return every(condition.all.map(compileCondition));
  if ('any' in condition) return some(condition.any.map(compileCondition));
  const test = compileCondition(condition.not);
  return (facts) => opposite(test(facts));
}

function compileComparison({ fact, operator, value }: Comparison): Test<Facts> {
  const { test } = OPERATORS[operator];
  if (isFactReference(value)) {
    return (facts) => {
      const left = factOf(facts, fact);
      const right = factOf(facts, value.fact);
      return left === undefined || right === undefined ? 'unknown' : test(left, right);
    };
  }
  return (facts) => {
    const left = factOf(facts, fact);
    return left === undefined ? 'unknown' : test(left, value);
  };
}

function compareRules(a: Rule, b: Rule): number {
  return (
    VOTE_TYPES.indexOf(a.event.type) - VOTE_TYPES.indexOf(b.event.type) ||
    priorityOf(b) - priorityOf(a) ||
    compareTexts(a.name, b.name)
  );
}

/** A rule's priority, 1 where it names none, as in json-rules-engine. */
export function priorityOf(rule: Rule): number {
  return rule.priority ?? 1;
}
