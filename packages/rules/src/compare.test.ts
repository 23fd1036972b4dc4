import { expect, test } from 'vitest';
import { compareRuleSets } from './compare.ts';
import { compilePack } from './compile.ts';
import type { CompiledPack } from './compile.ts';
import type { Rule, RuleMode } from './rule.ts';

function capAt(cap: number, mode: RuleMode = 'live'): CompiledPack {
  const rule: Rule = {
    name: 'too-many',
    description: 'Too many referrals.',
    mode,
    conditions: { all: [{ fact: 'count', operator: 'greaterThan', value: cap }] },
    event: { type: 'hold', params: { reason: 'TOO_MANY' } },
  };
  return compilePack({ name: 'pack', rules: [rule] });
}

const past = [2, 3, 4].map((count) => ({ id: `decision-${count}`, facts: { count } }));

test.each([
  { note: 'the same rules', before: capAt(3), after: capAt(3), changed: [] },
  { note: 'a lower cap', before: capAt(3), after: capAt(2), changed: ['decision-3'] },
  {
    note: 'a rule put in shadow',
    before: capAt(3),
    after: capAt(3, 'shadow'),
    changed: ['decision-4'],
  },
  {
    note: 'a rule that was never live',
    before: capAt(3, 'shadow'),
    after: capAt(3, 'off'),
    changed: [],
  },
])('$note', ({ before, after, changed }) => {
  const { compared, changes } = compareRuleSets([before], [after], past);
  expect(compared).toBe(3);
  expect(changes.map(({ id }) => id)).toEqual(changed);
});

test('a change shows what both rule sets said', () => {
  const [change] = compareRuleSets([capAt(3)], [capAt(2)], past).changes;
  expect(change?.before.map(({ votes }) => votes.length)).toEqual([0]);
  expect(change?.after.map(({ votes }) => votes.map(({ rule }) => rule))).toEqual([
    ['pack/too-many'],
  ]);
});
