import { truthOf } from '../truth.ts';
import type { Truth } from '../truth.ts';
import type { Operator } from './operator.ts';

const NUMBERS = {
  left: ['number', 'instant'],
  right: 'same',
  needs: 'finite numbers',
} as const;

// json-rules-engine compares `5 < "7"` by JavaScript's coercion; here a string is the wrong type
export const lessThan: Operator = {
  ...NUMBERS,
  phrase: 'is less than',
  negation: 'greaterThanInclusive',
  test: (left, right): Truth =>
    isFiniteNumber(left) && isFiniteNumber(right) ? truthOf(left < right) : 'error',
};

export const lessThanInclusive: Operator = {
  ...NUMBERS,
  phrase: 'is at most',
  negation: 'greaterThan',
  test: (left, right): Truth =>
    isFiniteNumber(left) && isFiniteNumber(right) ? truthOf(left <= right) : 'error',
};

export const greaterThan: Operator = {
  ...NUMBERS,
  phrase: 'is more than',
  negation: 'lessThanInclusive',
  test: (left, right): Truth =>
    isFiniteNumber(left) && isFiniteNumber(right) ? truthOf(left > right) : 'error',
};

export const greaterThanInclusive: Operator = {
  ...NUMBERS,
  phrase: 'is at least',
  negation: 'lessThan',
  test: (left, right): Truth =>
    isFiniteNumber(left) && isFiniteNumber(right) ? truthOf(left >= right) : 'error',
};

function isFiniteNumber(value: unknown): value is number {
  return typeof value === 'number' && Number.isFinite(value);
}
