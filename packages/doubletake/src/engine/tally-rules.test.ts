import type { Condition, Rule } from '@doubletake/rules';
import type { Policy } from '@doubletake/scoring';
import { expect, test } from 'vitest';
import { shippedPolicy } from '../../../../test/support/shipped-parts.ts';
import { readsTally } from './tally-rules.ts';

function policyWith(rule: Partial<Rule>, pack: string): Policy {
  const policy = shippedPolicy();
  const [first] = policy.book.rules;
  if (first === undefined) throw new Error('there are no rules');
  const own = { ...first, pack, rule: { ...first.rule, programmes: undefined, ...rule } };
  const { programmes, ...named } = own.rule;
  const added = { ...own, rule: programmes === undefined ? named : { ...named, programmes } };
  return { ...policy, book: { ...policy.book, rules: [...policy.book.rules, added] } };
}

const spent: Condition = {
  fact: 'beneficiary.rewarded365dMinor',
  operator: 'greaterThan',
  value: 4000,
};
const order: Condition = { fact: 'reward.amountMinor', operator: 'greaterThan', value: 4000 };
const against = (fact: string): Condition => ({ ...order, value: { fact } });

interface Row extends Partial<Rule> {
  readonly note: string;
  readonly pack?: string;
  readonly reads: boolean;
}

test.each<Row>([
  { note: 'none of its own', conditions: { all: [order] }, reads: false },
  { note: 'one on a sum', conditions: { all: [order, spent] }, reads: true },
  { note: 'one that holds unless', conditions: { any: [{ not: spent }] }, reads: true },
  { note: 'one in the terms', pack: 'terms', conditions: { all: [spent] }, reads: true },
  {
    note: 'one on the other side',
    conditions: { all: [against('beneficiary.rewards')] },
    reads: true,
  },
  {
    note: 'one more on a cap',
    conditions: {
      all: [
        {
          fact: 'beneficiary.rewards',
          operator: 'greaterThanInclusive',
          value: { fact: 'programme.caps.lifetime' },
        },
      ],
    },
    reads: false,
  },
  { note: 'one on trial', mode: 'shadow', conditions: { all: [spent] }, reads: false },
  {
    note: 'one of another pack',
    pack: 'four-controls',
    conditions: { all: [spent] },
    reads: false,
  },
  {
    note: 'one of another programme',
    programmes: ['guest-credit'],
    conditions: { all: [spent] },
    reads: false,
  },
])(
  'whether a rule looks at what was released beside its caps: $note',
  ({ note: _note, pack = 'evidence', reads, mode = 'live', ...rule }) => {
    expect(readsTally(policyWith({ ...rule, mode }, pack), 'finders-fee')).toBe(reads);
  },
);
