import { isComparison, isFactReference } from './condition.ts';
import { readerOf } from './fact.ts';
import type { Facts } from './fact.ts';
import { OPERATORS } from './operators/index.ts';
import { printRule } from './print-rule.ts';
import { compareTexts } from './problem.ts';
import { VOTE_TYPES } from './rule.ts';
import type { Comparison, Condition, Pack, Rule } from './rule.ts';
import { every, opposite, some } from './truth.ts';
import type { Test } from './truth.ts';
import type { Vote } from './vote.ts';

/** A rule made ready: its id, itself, its conditions as one function, and the vote it casts. */
export interface CompiledRule {
  readonly id: string;
  readonly rule: Rule;
  readonly test: Test<Facts>;
  readonly vote: Vote;
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
    .map(([, rule]) => compileRule(`${pack.name}/${rule.name}`, rule));
  return { name: pack.name, rules };
}

function compileRule(id: string, rule: Rule): CompiledRule {
  return { id, rule, test: compileCondition(rule.conditions), vote: voteOf(id, rule) };
}

/** Turns a condition into a function of own facts (see `ownFacts`): closures over closures, no generated source. */
export function compileCondition(condition: Condition): Test<Facts> {
  if (isComparison(condition)) return compileComparison(condition);
  if ('all' in condition) return every(condition.all.map(compileCondition));
  if ('any' in condition) return some(condition.any.map(compileCondition));
  const test = compileCondition(condition.not);
  return (facts) => opposite(test(facts));
}

function compileComparison({ fact, operator, value }: Comparison): Test<Facts> {
  const { test } = OPERATORS[operator];
  const readLeft = readerOf(fact);
  if (isFactReference(value)) {
    const readRight = readerOf(value.fact);
    return (facts) => {
      const left = readLeft(facts, fact);
      const right = readRight(facts, value.fact);
      return left === undefined || right === undefined ? 'unknown' : test(left, right);
    };
  }
  return (facts) => {
    const left = readLeft(facts, fact);
    return left === undefined ? 'unknown' : test(left, value);
  };
}

/** The vote a rule casts when it holds; the end of a hold is a fact, so it is not part of it yet. */
function voteOf(id: string, { event: { type, params }, priority = 1 }: Rule): Vote {
  return { rule: id, type, reason: params.reason, final: params.final ?? false, priority };
}

function compareRules(a: Rule, b: Rule): number {
  return (
    VOTE_TYPES.indexOf(a.event.type) - VOTE_TYPES.indexOf(b.event.type) ||
    (b.priority ?? 1) - (a.priority ?? 1) ||
    compareTexts(a.name, b.name)
  );
}
