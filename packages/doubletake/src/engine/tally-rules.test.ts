import type { Comparison, Group, OperatorName, Rule } from '@doubletake/rules';
import type { Policy } from '@doubletake/scoring';
import { expect, test } from 'vitest';
import { shippedPolicy } from '../../../../test/support/shipped-parts.ts';
import { withRule } from '../../../../test/support/own-rule.ts';
import { readsTally } from './tally-rules.ts';

function policyWith(rule: Partial<Rule>, pack: string): Policy {
  const policy = shippedPolicy();
  const [first] = policy.book.rules;
  if (first === undefined) throw new Error('there are no rules');
  const { programmes: _, ...shipped } = first.rule;
  return withRule(policy, { ...shipped, ...rule }, pack);
}

const spent: Comparison = {
  fact: 'beneficiary.rewarded365dMinor',
  operator: 'greaterThan',
  value: 4000,
};
const order: Comparison = { fact: 'reward.amountMinor', operator: 'greaterThan', value: 4000 };
const against = (fact: string): Comparison => ({ ...order, value: { fact } });

const beside = (tally: string, operator: OperatorName, cap: string): Group => ({
  all: [{ fact: `beneficiary.${tally}`, operator, value: { fact: `programme.caps.${cap}` } }],
});
const within = (cap: string, operator: OperatorName, tally: string): Group => ({
  all: [{ fact: `programme.caps.${cap}`, operator, value: { fact: `beneficiary.${tally}` } }],
});

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
    note: 'a cap on it',
    conditions: beside('rewards', 'greaterThanInclusive', 'lifetime'),
    reads: false,
  },
  {
    note: 'room under a cap',
    conditions: beside('rewards30d', 'lessThan', 'firstMonth'),
    reads: false,
  },
  {
    note: 'a cap, named first',
    conditions: within('per30Days', 'lessThanInclusive', 'rewards30d'),
    reads: false,
  },
  {
    note: 'the cap on another',
    conditions: beside('rewards', 'greaterThanInclusive', 'per30Days'),
    reads: true,
  },
  {
    note: 'money beside a cap on numbers',
    conditions: beside('rewarded365dMinor', 'greaterThanInclusive', 'lifetime'),
    reads: true,
  },
  {
    note: 'one beyond a cap',
    conditions: beside('rewards', 'greaterThan', 'lifetime'),
    reads: true,
  },
  {
    note: 'one beyond a cap, named first',
    conditions: within('lifetime', 'lessThan', 'rewards'),
    reads: true,
  },
  { note: 'just a cap', conditions: beside('rewards', 'equal', 'lifetime'), reads: true },
  {
    note: 'two tallies',
    conditions: { all: [{ ...spent, value: { fact: 'beneficiary.rewards' } }] },
    reads: true,
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
