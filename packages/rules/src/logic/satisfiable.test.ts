import { expect, test } from 'vitest';
import type { Comparison, Condition } from '../rule.ts';
import { canFail, canHold, implies, someWayToHold } from './satisfiable.ts';

function is(
  fact: string,
  value: Comparison['value'],
  operator: Comparison['operator'] = 'equal',
): Comparison {
  return { fact, operator, value };
}

function either(fact: string, ...values: readonly string[]): Condition {
  return { any: values.map((value) => is(fact, value)) };
}

const CONDITIONS: readonly {
  note: string;
  condition: Condition;
  holds: boolean;
  fails: boolean;
}[] = [
  { note: 'one comparison', condition: is('a', 1), holds: true, fails: true },
  {
    note: 'a number strictly between neighbours',
    condition: { all: [is('a', 1, 'greaterThan'), is('a', 2, 'lessThan')] },
    holds: true,
    fails: true,
  },
  {
    note: 'above the greatest literal',
    condition: is('a', 9e15, 'greaterThan'),
    holds: true,
    fails: true,
  },
  {
    note: 'no boolean left',
    condition: { all: [is('a', true, 'notEqual'), is('a', false, 'notEqual')] },
    holds: false,
    fails: true,
  },
  {
    note: 'a text that is none of many',
    condition: is('a', ['x', 'y'], 'notIn'),
    holds: true,
    fails: true,
  },
  {
    note: 'two lists without a common entry',
    condition: { all: [is('a', ['x', 'y'], 'in'), is('a', ['z'], 'in')] },
    holds: false,
    fails: true,
  },
  {
    note: 'a list with and without an entry',
    condition: { all: [is('a', 'x', 'contains'), is('a', 'x', 'doesNotContain')] },
    holds: false,
    fails: true,
  },
  {
    note: 'a list with one entry and without another',
    condition: { all: [is('a', 'x', 'contains'), is('a', 'y', 'doesNotContain')] },
    holds: true,
    fails: true,
  },
  {
    note: 'in a list of facts and not',
    condition: { all: [is('a', { fact: 'b' }, 'in'), is('b', { fact: 'a' }, 'doesNotContain')] },
    holds: false,
    fails: true,
  },
  { note: 'equal to itself', condition: is('a', { fact: 'a' }), holds: true, fails: false },
  {
    note: 'at most or more',
    condition: {
      any: [is('a', { fact: 'b' }, 'lessThanInclusive'), is('b', { fact: 'a' }, 'lessThan')],
    },
    holds: true,
    fails: false,
  },
];

test.each(CONDITIONS)('$note', ({ condition, holds, fails }) => {
  expect([canHold(condition), canFail(condition)]).toEqual([holds, fails]);
});

test('a narrower range implies a wider one, and not the other way round', () => {
  expect(implies(is('a', 5, 'greaterThan'), is('a', 3, 'greaterThan'))).toBe(true);
  expect(implies(is('a', 3, 'greaterThan'), is('a', 5, 'greaterThan'))).toBe(false);
});

test('a search that would take too long leaves the matter open', () => {
  const free = Array.from({ length: 14 }, (_, i) => either(`fact${i}`, 'x', 'y'));
  const clash = [either('card', 'x', 'y'), either('card', 'z', 'w')];
  expect(canHold({ all: clash })).toBe(false);
  expect(canHold({ all: [...free, ...clash] })).toBe(true);
  expect(someWayToHold({ all: [...free, ...clash] }, () => false)).toBe(true);
});
