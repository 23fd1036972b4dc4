import { afterEach, expect, test } from 'vitest';
import { compilePack } from './compile.ts';
import { evaluate } from './evaluate.ts';
import { explainRule } from './explain.ts';
import type { Facts } from './fact.ts';
import { evaluateReference } from './reference.ts';
import type { Condition, Pack, Rule } from './rule.ts';
import type { Truth } from './truth.ts';

const yes: Condition = { fact: 'yes', operator: 'equal', value: true };
const no: Condition = { fact: 'yes', operator: 'equal', value: false };
const absent: Condition = { fact: 'absent', operator: 'equal', value: true };
const broken: Condition = { fact: 'broken', operator: 'lessThan', value: 3 };
const facts: Facts = {
  yes: true,
  broken: '2',
  tags: ['x', 'y'],
  count: 3,
  ends: 1_700_000_000_000,
};

function rule(conditions: Rule['conditions'], more: Partial<Rule> = {}): Rule {
  const event: Rule['event'] = { type: 'hold', params: { reason: 'ODD' } };
  return { name: 'one', description: 'one', mode: 'live', conditions, event, ...more };
}

function pack(...rules: readonly Rule[]): Pack {
  return { name: 'pack', rules };
}

const TRUTHS: readonly { note: string; condition: Condition; truth: Truth }[] = [
  { note: 'false wins over the unknown in all', condition: { all: [absent, no] }, truth: 'false' },
  { note: 'false wins over an error in all', condition: { all: [broken, no] }, truth: 'false' },
  {
    note: 'an error wins over the unknown in all',
    condition: { all: [absent, broken, yes] },
    truth: 'error',
  },
  {
    note: 'the unknown wins over true in all',
    condition: { all: [yes, absent] },
    truth: 'unknown',
  },
  { note: 'true wins over the unknown in any', condition: { any: [absent, yes] }, truth: 'true' },
  { note: 'true wins over an error in any', condition: { any: [broken, yes] }, truth: 'true' },
  {
    note: 'an error wins over the unknown in any',
    condition: { any: [broken, absent, no] },
    truth: 'error',
  },
  {
    note: 'the unknown wins over false in any',
    condition: { any: [no, absent] },
    truth: 'unknown',
  },
  { note: 'the opposite of the unknown is unknown', condition: { not: absent }, truth: 'unknown' },
  { note: 'the opposite of an error is an error', condition: { not: broken }, truth: 'error' },
  {
    note: 'a missing fact differs from nothing',
    condition: { fact: 'absent', operator: 'notEqual', value: 'x' },
    truth: 'unknown',
  },
  {
    note: 'a missing fact is in no list and out of none',
    condition: { fact: 'absent', operator: 'notIn', value: ['x'] },
    truth: 'unknown',
  },
  {
    note: 'a missing right-hand fact',
    condition: { fact: 'count', operator: 'lessThan', value: { fact: 'absent' } },
    truth: 'unknown',
  },
  {
    note: 'a right-hand fact',
    condition: { fact: 'count', operator: 'lessThanInclusive', value: { fact: 'count' } },
    truth: 'true',
  },
  {
    note: 'a number is never equal to its text',
    condition: { fact: 'count', operator: 'equal', value: '3' },
    truth: 'error',
  },
  {
    note: 'a part of a text is not contained in it',
    condition: { fact: 'broken', operator: 'contains', value: '2' },
    truth: 'error',
  },
  {
    note: 'a text is not looked up in a text',
    condition: { fact: 'broken', operator: 'in', value: { fact: 'broken' } },
    truth: 'error',
  },
  {
    note: 'an entry of a list',
    condition: { fact: 'tags', operator: 'contains', value: 'y' },
    truth: 'true',
  },
  {
    note: 'every object has a constructor, facts have none',
    condition: { fact: 'constructor', operator: 'notEqual', value: 'x' },
    truth: 'unknown',
  },
  {
    note: 'a prototype is no fact',
    condition: { fact: '__proto__', operator: 'notEqual', value: 'x' },
    truth: 'unknown',
  },
];

test.each(TRUTHS)('$note', async ({ condition, truth }) => {
  const one = rule({ all: [condition] });
  expect(explainRule(one, facts).result).toBe(truth);
  const evaluation = evaluate(compilePack(pack(one)), facts);
  const { votes, notEvaluable, errored } = evaluation;
  const counted = { true: votes, unknown: notEvaluable, error: errored };
  for (const [name, list] of Object.entries(counted)) {
    expect(list, name).toHaveLength(name === truth ? 1 : 0);
  }
  expect(await evaluateReference(pack(one), facts)).toEqual(evaluation);
});

test('votes are ordered by strictness, then priority, then id', () => {
  const always: Rule['conditions'] = { all: [yes] };
  const named = (name: string, type: 'block' | 'hold' | 'release', priority: number): Rule =>
    rule(always, { name, priority, event: { type, params: { reason: 'ODD' } } });
  const rules = [
    named('e', 'release', 9),
    named('d', 'hold', 1),
    named('c', 'hold', 2),
    named('b', 'hold', 2),
    named('a', 'block', 1),
  ];
  const { votes } = evaluate(compilePack(pack(...rules)), facts);
  expect(votes.map((vote) => vote.rule)).toEqual([
    'pack/a',
    'pack/b',
    'pack/c',
    'pack/d',
    'pack/e',
  ]);
});

test('a shadow rule is recorded apart, and a rule that is off is not evaluated', () => {
  const rules = [
    rule({ all: [yes] }, { name: 'shadow', mode: 'shadow' }),
    rule({ all: [broken] }, { name: 'off', mode: 'off' }),
  ];
  const evaluation = evaluate(compilePack(pack(...rules)), facts, { trace: 'full' });
  expect(evaluation.votes).toEqual([]);
  expect(evaluation.shadow.map((vote) => vote.rule)).toEqual(['pack/shadow']);
  expect(evaluation.errored).toEqual([]);
  expect(evaluation.trace?.map((trace) => trace.rule)).toEqual(['pack/shadow']);
});

test.each([
  { note: 'the programme it names', programme: 'p', votes: 1 },
  { note: 'another programme', programme: 'q', votes: 0 },
  { note: 'no programme', programme: undefined, votes: 0 },
])('a rule restricted to a programme, in $note', ({ programme, votes }) => {
  const one = rule({ all: [yes] }, { programmes: ['p'] });
  expect(evaluate(compilePack(pack(one)), facts, { programme }).votes).toHaveLength(votes);
});

test.each([
  { note: 'is known', ends: 1_700_000_000_000, until: 1_700_000_000_000, errored: 0 },
  { note: 'is missing', ends: undefined, until: undefined, errored: 0 },
  { note: 'is no instant', ends: 'tomorrow', until: undefined, errored: 1 },
])('a hold whose end $note is still a hold', async ({ ends, until, errored }) => {
  const event: Rule['event'] = { type: 'hold', params: { reason: 'WAIT', until: 'ends' } };
  const one = pack(rule({ all: [yes] }, { event }));
  const known: Facts = ends === undefined ? { yes: true } : { yes: true, ends };
  const evaluation = evaluate(compilePack(one), known);
  expect(evaluation.votes.map((vote) => vote.until)).toEqual([until]);
  expect(evaluation.errored).toHaveLength(errored);
  expect(await evaluateReference(one, known)).toEqual(evaluation);
});

test('only the facts that would decide are named as missing', () => {
  const decided: Condition = { any: [yes, { fact: 'idle', operator: 'equal', value: 1 }] };
  const pair: Condition = { fact: 'absent', operator: 'lessThan', value: { fact: 'other' } };
  const one = rule({ all: [decided, pair, absent] }, { onMissing: 'hold' });
  expect(evaluate(compilePack(pack(one)), facts).notEvaluable).toEqual([
    {
      rule: 'pack/one',
      missing: ['absent', 'other'],
      onMissing: 'hold',
      reason: 'ODD',
      mode: 'live',
    },
  ]);
});

test('a fact of the wrong type is named with its value and what was needed', () => {
  const [errored] = evaluate(compilePack(pack(rule({ all: [broken] }))), facts).errored;
  expect(errored).toEqual({
    rule: 'pack/one',
    message: '`broken` is `"2"`, and `lessThan` needs finite numbers',
  });
});

test('an explanation shows both values of every comparison, decisive or not', () => {
  const pair: Condition = {
    name: 'cap',
    fact: 'count',
    operator: 'lessThan',
    value: { fact: 'cap' },
  };
  const one = rule({ any: [yes, pair, { not: absent }] });
  expect(explainRule(one, { ...facts, cap: 5 })).toEqual({
    rule: 'one',
    result: 'true',
    conditions: {
      operator: 'any',
      result: 'true',
      conditions: [
        { fact: 'yes', operator: 'equal', left: true, right: true, result: 'true' },
        {
          name: 'cap',
          fact: 'count',
          operator: 'lessThan',
          left: 3,
          rightFact: 'cap',
          right: 5,
          result: 'true',
        },
        {
          operator: 'not',
          result: 'unknown',
          conditions: [
            {
              fact: 'absent',
              operator: 'equal',
              right: true,
              result: 'unknown',
              missing: ['absent'],
            },
          ],
        },
      ],
    },
  });
});

test('rules that voted are explained on request, every rule only when asked', () => {
  const rules = compilePack(pack(rule({ all: [yes] }), rule({ all: [no] }, { name: 'two' })));
  expect(evaluate(rules, facts).trace).toBeUndefined();
  expect(evaluate(rules, facts, { trace: 'matched' }).trace).toHaveLength(1);
  expect(evaluate(rules, facts, { trace: 'full' }).trace).toHaveLength(2);
});

afterEach(() => {
  Reflect.deleteProperty(Object.prototype, 'inherited');
});

test('what facts inherit is not a fact', () => {
  const inherited: Condition = { fact: 'inherited', operator: 'equal', value: true };
  const rules = compilePack(pack(rule({ any: [inherited] })));
  const child: Facts = { yes: true };
  Object.setPrototypeOf(child, { inherited: true });
  expect(evaluate(rules, child).votes).toEqual([]);
  Reflect.set(Object.prototype, 'inherited', true);
  expect(evaluate(rules, { yes: true }).votes).toEqual([]);
  expect(evaluate(rules, { inherited: true }).votes).toHaveLength(1);
});
