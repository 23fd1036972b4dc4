import { expect, test } from 'vitest';
import { parseRuleTests } from './parse/rule-tests.ts';
import { printProblem } from './problem.ts';
import { runRuleTests, runRuleTestsReference } from './rule-tests.ts';
import type { Rule } from './rule.ts';

const rule: Rule = {
  name: 'too-many',
  description: 'More referrals than the programme allows.',
  mode: 'off',
  conditions: { all: [{ fact: 'count', operator: 'greaterThan', value: { fact: 'cap' } }] },
  event: { type: 'hold', params: { reason: 'TOO_MANY' } },
};

const cases = [
  { note: 'over the cap', facts: { count: 4, cap: 3 }, expect: 'fires' },
  { note: 'at the cap', facts: { count: 3, cap: 3 }, expect: 'quiet' },
  { note: 'no cap', facts: { count: 3 }, expect: 'not-evaluable' },
  { note: 'a cap as text', facts: { count: 3, cap: '3' }, expect: 'quiet' },
];

test('cases run on the compiled rule and on json-rules-engine alike', async () => {
  const tests = parseRuleTests({ cases });
  if (!tests.ok) throw new Error('the cases above are well formed');
  const results = runRuleTests(rule, tests.value);
  expect(results.map(({ got, passed }) => [got, passed])).toEqual([
    ['fires', true],
    ['quiet', true],
    ['not-evaluable', true],
    ['errored', false],
  ]);
  expect(await runRuleTestsReference(rule, tests.value)).toEqual(results);
});

test.each([
  { note: 'no list', file: {}, problem: 'rules_missing_key: the key `cases` is missing (t)' },
  {
    note: 'nothing fires',
    file: { cases: cases.slice(1) },
    problem:
      'rules_untested: no case expects `fires`, so these tests pass whatever the rule says (t /cases)',
  },
  {
    note: 'a gap is not a case that stays quiet',
    file: { cases: [cases[0], cases[2]] },
    problem:
      'rules_untested: no case expects `quiet`, so these tests pass whatever the rule says (t /cases)',
  },
  {
    note: 'a misspelt expectation',
    file: { cases: [{ ...cases[0], expect: 'fire' }] },
    problem:
      'rules_bad_value: must be `fires` or `quiet` or `not-evaluable`, not `"fire"`, did you mean `fires` (t /cases/0/expect)',
  },
  {
    note: 'a fact that is null',
    file: { cases: [{ ...cases[0], facts: { count: null } }] },
    problem:
      'rules_wrong_type: must be true or false, a number, a text or a list of texts, not `null` (t /cases/0/facts/count)',
  },
])('a test file that proves nothing is a problem: $note', ({ file, problem }) => {
  const tests = parseRuleTests(file, 't');
  expect(tests.ok ? [] : tests.problems.map(printProblem)).toEqual([problem]);
});
