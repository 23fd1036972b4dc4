import { expect, test } from 'vitest';
import { printProblem } from '../problem.ts';
import { parseFactCatalogue } from './fact-catalogue.ts';

const declaration = { type: 'number', meaning: 'how many', missing: 'never' };

test('a catalogue is read as it stands', () => {
  const json = {
    'a.count': { ...declaration, unit: 'days', certain: true },
    tags: { ...declaration, type: 'string[]' },
  };
  expect(parseFactCatalogue(json)).toEqual({ ok: true, value: json });
});

test.each([
  { note: 'a list', json: [], problem: 'rules_wrong_type: must be an object, not `[]`' },
  {
    note: 'an unknown type',
    json: { a: { ...declaration, type: 'strings' } },
    problem:
      'rules_bad_value: must be `boolean` or `number` or `string` or `instant` or `string[]`, not `"strings"`, did you mean `string` (/a/type)',
  },
  {
    note: 'no word on absence',
    json: { a: { type: 'number', meaning: 'how many' } },
    problem: 'rules_missing_key: the key `missing` is missing (/a)',
  },
  {
    note: 'a name with a slash',
    json: { 'a/b': declaration },
    problem:
      'rules_bad_value: `a/b` is not a name here: letters and digits, parts joined by dots, starting with a small letter (/a~1b)',
  },
])('refused: $note', ({ json, problem }) => {
  const parsed = parseFactCatalogue(json);
  expect(parsed.ok ? [] : parsed.problems.map(printProblem)).toEqual([problem]);
});
