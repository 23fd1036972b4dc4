import { expect, test } from 'vitest';
import { isGrantable, LONGEST_ALLOWANCE } from './allowance.ts';

const AT = 1_767_225_600_000;
const GIVEN = { owner: 'lea', reason: 'family', expiresAt: AT + 1 };

test.each([
  { note: 'one with owner, reason and end', more: {}, may: true },
  { note: 'one that ends in a year', more: { expiresAt: AT + LONGEST_ALLOWANCE }, may: true },
  { note: 'one that ends later', more: { expiresAt: AT + LONGEST_ALLOWANCE + 1 }, may: false },
  { note: 'one that is over', more: { expiresAt: AT }, may: false },
  { note: 'one that never ends', more: { expiresAt: Infinity }, may: false },
  { note: 'one that ends at no time', more: { expiresAt: Number.NaN }, may: false },
  { note: 'one for no reason', more: { reason: '' }, may: false },
  { note: 'one for a blank', more: { reason: ' \n' }, may: false },
  { note: 'one with a story', more: { reason: 'x'.repeat(201) }, may: false },
  { note: 'nobody’s', more: { owner: '' }, may: false },
  { note: 'a blank’s', more: { owner: ' ' }, may: false },
])('a pair exception may be given, or not: $note', ({ more, may }) => {
  expect(isGrantable({ ...GIVEN, ...more }, AT)).toBe(may);
});
