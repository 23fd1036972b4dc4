import { expect, test } from 'vitest';
import { IDENTITY_ERROR_CODES } from './errors.ts';
import { KINDS } from './kinds.ts';

test('every kind stands in the table under its own name', () => {
  expect(Object.values(KINDS).map(({ kind }) => kind)).toEqual(Object.keys(KINDS));
});

test('every kind refuses with a code of its own', () => {
  const codes = Object.keys(KINDS).map((kind) => `identity_${kind}_unreadable`);
  expect([...IDENTITY_ERROR_CODES]).toEqual(codes);
});
