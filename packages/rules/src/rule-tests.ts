import { compileCondition } from './compile.ts';
import { ownFacts } from './fact.ts';
import type { Facts } from './fact.ts';
import { answerByReference } from './reference.ts';
import type { Rule } from './rule.ts';
import type { Truth } from './truth.ts';

/** What a test case expects of its rule. */
export type Expectation = 'fires' | 'quiet' | 'not-evaluable';

/** The words a test file may use. */
export const EXPECTATIONS: readonly Expectation[] = ['fires', 'quiet', 'not-evaluable'];

/** One case: facts, and what the rule's conditions must make of them. */
export interface RuleTestCase {
  note: string;
  facts: Facts;
  expect: Expectation;
}

/** A rule's test file. */
export interface RuleTests {
  cases: readonly RuleTestCase[];
}

/** How one case went. */
export interface TestResult {
  note: string;
  expect: Expectation;
  got: Expectation | 'errored';
  passed: boolean;
}

/** What a test case calls each truth. */
const OUTCOMES: Readonly<Record<Truth, TestResult['got']>> = {
  true: 'fires',
  false: 'quiet',
  unknown: 'not-evaluable',
  error: 'errored',
};

/** Runs a rule's cases on the compiled rule. Only its conditions count: a rule that is off is tested as well. */
export function runRuleTests(rule: Rule, tests: RuleTests): readonly TestResult[] {
  const test = compileCondition(rule.conditions);
  return tests.cases.map((one) => resultOf(one, test(ownFacts(one.facts))));
}

/** Runs a rule's cases on json-rules-engine. */
export async function runRuleTestsReference(
  rule: Rule,
  tests: RuleTests,
): Promise<readonly TestResult[]> {
  return Promise.all(
    tests.cases.map(async (one) =>
      resultOf(one, (await answerByReference(rule.conditions, one.facts)).truth),
    ),
  );
}

function resultOf({ note, expect }: RuleTestCase, truth: Truth): TestResult {
  const got = OUTCOMES[truth];
  return { note, expect, got, passed: got === expect };
}
