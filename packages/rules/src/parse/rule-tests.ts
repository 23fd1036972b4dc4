import { LIMITS } from '../limits.ts';
import type { Parsed } from '../problem.ts';
import type { RuleTestCase, RuleTests } from '../rule-tests.ts';
import { EXPECTATIONS } from '../rule-tests.ts';
import { complain, into, startOf } from './cursor.ts';
import type { Cursor } from './cursor.ts';
import { readFacts } from './fact-value.ts';
import { parsed } from './parsed.ts';
import { readLabel, readList, readObject, readWord, tooLarge } from './values.ts';

const CASE_KEYS = { required: ['note', 'facts', 'expect'], optional: [] };

/**
 * Reads a rule's test file: `{ "cases": [{ "note", "facts", "expect" }] }`. A file without a case that fires the rule,
 * or without one that leaves it quiet, is a problem: it would pass whatever the rule said.
 */
export function parseRuleTests(json: unknown, file?: string): Parsed<RuleTests> {
  const cursor = startOf(file);
  const object = readObject(cursor, json, { required: ['cases'], optional: [] });
  const cases = object?.read('cases', readCases);
  return parsed(cursor, cases === undefined ? undefined : { cases });
}

function readCases(cursor: Cursor, json: unknown): readonly RuleTestCase[] | undefined {
  const list = readList(cursor, json);
  if (list === undefined) return undefined;
  if (list.length > LIMITS.cases) return tooLarge(cursor, `${LIMITS.cases} cases`);
  const cases = list.map((entry, i) => readCase(into(cursor, i), entry));
  for (const expect of ['fires', 'quiet'] as const) {
    if (cursor.problems.length > 0 || cases.some((one) => one?.expect === expect)) continue;
    const message = `no case expects \`${expect}\`, so these tests pass whatever the rule says`;
    complain(cursor, { code: 'rules_untested', message });
  }
  return cases.filter((one) => one !== undefined);
}

function readCase(cursor: Cursor, json: unknown): RuleTestCase | undefined {
  const object = readObject(cursor, json, CASE_KEYS);
  const note = object?.read('note', readLabel);
  const facts = object?.read('facts', readFacts);
  const expect = object?.read('expect', (at, word) => readWord(at, word, EXPECTATIONS));
  if (note === undefined || facts === undefined || expect === undefined) return undefined;
  return { note, facts, expect };
}
