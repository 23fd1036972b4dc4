import { expect, test } from 'vitest';
import { closestName } from './closest-name.ts';

const NAMES = ['payment.match', 'payment.kind', 'score', 'order.completedAt'];

test.each([
  { note: 'two letters swapped', name: 'payment.macth', closest: 'payment.match' },
  { note: 'another case', name: 'order.completedat', closest: 'order.completedAt' },
  { note: 'one letter short', name: 'scor', closest: 'score' },
  { note: 'the name itself', name: 'score', closest: 'score' },
  { note: 'too short to guess', name: 'sc', closest: undefined },
  { note: 'nothing alike', name: 'device.age', closest: undefined },
  { note: 'nothing at all', name: '', closest: undefined },
])('$note', ({ name, closest }) => {
  expect(closestName(name, NAMES)).toBe(closest);
});

test('of equally near names the first in code unit order is meant, however they are listed', () => {
  expect(closestName('level', ['levels', 'levela'])).toBe('levela');
  expect(closestName('level', ['levela', 'levels'])).toBe('levela');
});
