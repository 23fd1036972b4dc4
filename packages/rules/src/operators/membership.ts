import type { Scalar } from '../fact.ts';
import { opposite, truthOf } from '../truth.ts';
import type { Truth } from '../truth.ts';
import type { Operator, RightValue } from './operator.ts';

const LISTED = {
  left: ['boolean', 'number', 'string', 'instant'],
  right: 'list',
  needs: 'a value and a list of its type',
} as const;

const LISTING = {
  left: ['string[]'],
  right: 'element',
  needs: 'a list of strings and a string',
} as const;

// `in` is called `isIn` because the word is taken in TypeScript
export const isIn: Operator = {
  ...LISTED,
  phrase: 'is one of',
  negation: 'notIn',
  test: (left, right) => member(left, right),
};

export const notIn: Operator = {
  ...LISTED,
  phrase: 'is none of',
  negation: 'in',
  test: (left, right) => opposite(member(left, right)),
};

export const contains: Operator = {
  ...LISTING,
  phrase: 'contains',
  negation: 'doesNotContain',
  test: (left, right) => textMember(right, left),
};

export const doesNotContain: Operator = {
  ...LISTING,
  phrase: 'does not contain',
  negation: 'contains',
  test: (left, right) => opposite(textMember(right, left)),
};

function textMember(value: RightValue, list: RightValue): Truth {
  return typeof value === 'string' ? member(value, list) : 'error';
}

// the whole list is looked at, found or not: a result must not depend on where a wrong element stands
function member(value: RightValue, list: RightValue): Truth {
  if (!isList(list) || isList(value) || Number.isNaN(value)) return 'error';
  const type = typeof value;
  let found = false;
  for (const element of list) {
    if (typeof element !== type) return 'error';
    if (element === value) found = true;
  }
  return truthOf(found);
}

function isList(value: RightValue): value is readonly Scalar[] {
  return Array.isArray(value);
}
