import { expect, test } from 'vitest';
import { printProblem } from '../problem.ts';
import { parseRule } from './rule.ts';

const GOOD = {
  name: 'same-card',
  description: 'Both paid with one card.',
  mode: 'live',
  conditions: { all: [{ fact: 'payment.match', operator: 'equal', value: 'exact' }] },
  event: { type: 'hold', params: { reason: 'SHARED_CARD' } },
};

function withCondition(condition: unknown): object {
  return { ...GOOD, conditions: { all: [condition] } };
}

function nested(depth: number): unknown {
  const leaf: unknown = { fact: 'a', operator: 'equal', value: 1 };
  return Array.from({ length: depth }).reduce((inner) => ({ not: inner }), leaf);
}

const compare = { fact: 'payment.match', operator: 'equal', value: 'exact' };

/** Rules no author means to write, with what they are told. */
const BAD_RULES: readonly { note: string; rule: unknown }[] = [
  { note: 'not an object', rule: ['same-card'] },
  { note: 'nothing at all', rule: {} },
  { note: 'a misspelt key', rule: { ...GOOD, programs: ['guest-credit'] } },
  { note: 'a key from the prototype', rule: JSON.parse('{"__proto__": {"mode": "live"}}') },
  { note: 'a name with spaces', rule: { ...GOOD, name: 'Same Card' } },
  { note: 'an empty description', rule: { ...GOOD, description: ' ' } },
  { note: 'a mode that is close to one', rule: { ...GOOD, mode: 'shadows' } },
  { note: 'no programme at all', rule: { ...GOOD, programmes: [] } },
  { note: 'a priority of none', rule: { ...GOOD, priority: 0 } },
  { note: 'a root that is a comparison', rule: { ...GOOD, conditions: compare } },
  { note: 'an empty group', rule: { ...GOOD, conditions: { any: [] } } },
  { note: 'two groups in one', rule: { ...GOOD, conditions: { all: [compare], any: [compare] } } },
  { note: 'a group that is a comparison', rule: withCondition({ ...compare, not: compare }) },
  { note: 'a misspelt group', rule: withCondition({ eny: [compare] }) },
  { note: 'a JSONPath', rule: withCondition({ ...compare, path: '$.bin' }) },
  { note: 'parameters of a fact', rule: withCondition({ ...compare, params: { days: 30 } }) },
  { note: 'a named condition', rule: withCondition({ condition: 'same-card' }) },
  { note: 'a misspelt operator', rule: withCondition({ ...compare, operator: 'equals' }) },
  { note: 'an operator decorator', rule: withCondition({ ...compare, operator: 'not:equal' }) },
  {
    note: 'an operator of every object',
    rule: withCondition({ ...compare, operator: 'toString' }),
  },
  { note: 'a comparison without a value', rule: withCondition({ fact: 'a', operator: 'equal' }) },
  {
    note: 'a number as text',
    rule: withCondition({ fact: 'a', operator: 'lessThan', value: '3' }),
  },
  {
    note: 'a list of two types',
    rule: withCondition({ fact: 'a', operator: 'in', value: ['x', 1] }),
  },
  { note: 'an empty list', rule: withCondition({ fact: 'a', operator: 'in', value: [] }) },
  { note: 'a list to be equal to', rule: withCondition({ ...compare, value: ['exact'] }) },
  { note: 'a fact by a strange name', rule: withCondition({ ...compare, fact: '$.payment' }) },
  {
    note: 'a right-hand fact with a path',
    rule: withCondition({ ...compare, value: { fact: 'b', path: '$' } }),
  },
  { note: 'conditions too deep', rule: withCondition(nested(16)) },
  {
    note: 'too many conditions',
    rule: { ...GOOD, conditions: { any: Array.from({ length: 300 }, () => compare) } },
  },
  {
    note: 'a vote nobody counts',
    rule: { ...GOOD, event: { type: 'blocks', params: { reason: 'X' } } },
  },
  {
    note: 'a reason in small letters',
    rule: { ...GOOD, event: { type: 'hold', params: { reason: 'shared card' } } },
  },
  {
    note: 'a hold that is final',
    rule: { ...GOOD, event: { type: 'hold', params: { reason: 'X', final: true } } },
  },
  {
    note: 'a block that ends',
    rule: { ...GOOD, event: { type: 'block', params: { reason: 'X', until: 'order.endsAt' } } },
  },
  {
    note: 'several problems, sorted by place',
    rule: {
      ...GOOD,
      onMissing: 'holds',
      conditions: {
        all: [
          ...Array.from({ length: 10 }, () => compare),
          { fact: 'a' },
          { ...compare, operator: 'eq' },
        ],
      },
    },
  },
];

test('every bad rule is refused in words its author understands', async () => {
  const told = BAD_RULES.map(({ note, rule }) => {
    const parsed = parseRule(rule, 'same-card.rule.json');
    const lines = parsed.ok ? ['accepted'] : parsed.problems.map(printProblem);
    return [`# ${note}`, ...lines].join('\n');
  });
  await expect(`${told.join('\n\n')}\n`).toMatchFileSnapshot('../golden/bad-rules.txt');
});

test('each bad rule is refused and shows the offending text where there is one', () => {
  for (const { note, rule } of BAD_RULES) {
    const parsed = parseRule(rule);
    expect(parsed.ok, note).toBe(false);
  }
  const parsed = parseRule({ ...GOOD, mode: 'lively' });
  expect(parsed.ok ? [] : parsed.problems).toEqual([
    {
      code: 'rules_bad_value',
      message: 'must be `live` or `shadow` or `off`, not `"lively"`',
      at: { path: '/mode' },
      text: '"lively"',
      hint: 'did you mean `live`',
    },
  ]);
});

test('a rule at the limits is accepted', () => {
  expect(parseRule(withCondition(nested(14))).ok).toBe(true);
  expect(parseRule(withCondition(nested(15))).ok).toBe(false);
});

test('minus zero is read as zero, which is how it is printed', () => {
  const parsed = parseRule(withCondition({ fact: 'a', operator: 'in', value: [-0, 1] }));
  expect(JSON.stringify(parsed)).toContain('[0,1]');
  const [first] = parsed.ok && 'all' in parsed.value.conditions ? parsed.value.conditions.all : [];
  expect(first).toEqual({ fact: 'a', operator: 'in', value: [0, 1] });
});
