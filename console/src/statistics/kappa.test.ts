import type { LabelPairs } from '@doubletake/scoring';
import { expect, test } from 'vitest';
import { agreementOf } from './kappa.ts';

const pairs = (
  ...rows: readonly (readonly [LabelPairs['first'], LabelPairs['second'], number])[]
) => rows.map(([first, second, count]) => ({ first, second, count }));

test.each([
  {
    // Two readers, 50 cases: observed .7, expected .5 × .6 + .5 × .4 = .5.
    note: 'a worked example',
    given: pairs(
      ['fraud', 'fraud', 20],
      ['fraud', 'honest', 5],
      ['honest', 'fraud', 10],
      ['honest', 'honest', 15],
    ),
    observed: 0.7,
    kappa: 0.4,
  },
  {
    note: 'always the same two answers, always alike',
    given: pairs(['fraud', 'fraud', 3], ['honest', 'honest', 7]),
    observed: 1,
    kappa: 1,
  },
  {
    note: 'no better than chance',
    given: pairs(
      ['fraud', 'fraud', 1],
      ['fraud', 'honest', 1],
      ['honest', 'fraud', 1],
      ['honest', 'honest', 1],
    ),
    observed: 0.5,
    kappa: 0,
  },
  {
    note: 'always the opposite',
    given: pairs(['fraud', 'honest', 4], ['honest', 'fraud', 4]),
    observed: 0,
    kappa: -1,
  },
])('$note: kappa $kappa', ({ given, observed, kappa }) => {
  const found = agreementOf(given);
  expect(found.observed).toBeCloseTo(observed, 10);
  expect(found.kappa).toBeCloseTo(kappa, 10);
});

test.each([
  { note: 'no pairs', given: [], found: { pairs: 0 } },
  {
    note: 'one label only: chance explains it as well',
    given: pairs(['fraud', 'fraud', 9]),
    found: { pairs: 9, observed: 1 },
  },
])('$note: no kappa', ({ given, found }) => {
  const { matrix: _, ...figures } = agreementOf(given);
  expect(figures).toEqual(found);
});

test('the matrix has the first label in its rows', () => {
  const { matrix } = agreementOf(pairs(['fraud', 'unsure', 2], ['policy', 'honest', 3]));
  expect(matrix).toEqual([
    [0, 0, 0, 2],
    [0, 0, 3, 0],
    [0, 0, 0, 0],
    [0, 0, 0, 0],
  ]);
});
