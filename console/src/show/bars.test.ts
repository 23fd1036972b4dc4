import { DAY, HOUR } from '@doubletake/scoring';
import { expect, test } from 'vitest';
import { ageBars, ageEdges, outcomeBars } from './bars.ts';

const NOW = Date.UTC(2026, 0, 5, 9);

/** Counts as the port gives them: between each two neighbouring edges. */
function counted(ages: readonly number[]): readonly number[] {
  const edges = ageEdges(NOW);
  return edges
    .slice(1)
    .map(
      (to, nth) => ages.filter((age) => NOW - age >= (edges[nth] ?? 0) && NOW - age < to).length,
    );
}

test.each([
  { note: 'just opened', age: 0, bracket: 'Under a day' },
  { note: 'a millisecond under a day', age: DAY - 1, bracket: 'Under a day' },
  { note: 'a day', age: DAY, bracket: '1 day' },
  { note: 'nearly four days', age: 4 * DAY - HOUR, bracket: '2 to 3 days' },
  { note: 'a week', age: 7 * DAY, bracket: '7 to 29 days' },
  { note: 'a year', age: 365 * DAY, bracket: '30 days or more' },
])('$note: $bracket', ({ age, bracket }) => {
  const full = ageBars(counted([age])).filter(({ text }) => text !== '0');
  expect(full).toMatchObject([{ name: bracket, text: '1', percent: 100 }]);
});

test('nothing counted draws nothing', () => {
  expect(ageBars(counted([]))).toEqual([]);
  expect(outcomeBars({ outcomes: [] })).toEqual([]);
});

test('outcomes are parts of all that closed', () => {
  const bars = outcomeBars({
    outcomes: [
      { outcome: 'block', count: 1 },
      { outcome: 'release', count: 2 },
    ],
  });
  expect(bars.map(({ name, percent, hint }) => [name, percent, hint])).toEqual([
    ['Blocked by a person', 33.3, '33 %'],
    ['Released by a person', 66.7, '67 %'],
  ]);
});
