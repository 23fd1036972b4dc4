import { truthOf } from '../truth.ts';
import type { Truth } from '../truth.ts';
import type { Operator, RightValue } from './operator.ts';

function comparable(left: RightValue, right: RightValue): boolean {
  return typeof left === typeof right && typeof left !== 'object' && !Number.isNaN(left);
}

const SCALARS = {
  left: ['boolean', 'number', 'string', 'instant'],
  right: 'same',
  needs: 'two values of one type, lists excepted',
} as const;

export const equal: Operator = {
  ...SCALARS,
  phrase: 'is',
  negation: 'notEqual',
  test: (left, right): Truth => (comparable(left, right) ? truthOf(left === right) : 'error'),
};

export const notEqual: Operator = {
  ...SCALARS,
  phrase: 'is not',
  negation: 'equal',
  test: (left, right): Truth => (comparable(left, right) ? truthOf(left !== right) : 'error'),
};
