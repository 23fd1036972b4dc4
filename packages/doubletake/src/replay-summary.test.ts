import { expect, test } from 'vitest';
import type { Action, Decision } from '@doubletake/scoring';
import { Tally } from './replay-summary.ts';

const decided = (rewardId: string, action: Action, more: Partial<Decision> = {}): Decision => ({
  decisionId: `dec-${rewardId}-${action}`,
  rewardId,
  programmeId: 'friends',
  stage: 'due',
  at: 0,
  outcome: 'release',
  action,
  score: 8,
  probability: 0.08,
  priorBits: -3.5,
  logOddsBits: -3.5,
  posterior: { unrelated: 0.8, household: 0.1, assisted: 0.02, self: 0.05, ring: 0.03 },
  contributions: [],
  counterfactuals: [],
  reasons: [],
  determiningRules: [],
  erroredRules: [],
  notEvaluable: [],
  shadow: [],
  versions: { rules: 'r', model: 'm', identity: 'i', lists: 'l' },
  facts: { 'reward.amountMinor': 100, 'reward.currency': 'EUR' },
  ...more,
});

const because = (...codes: readonly string[]): Partial<Decision> => ({
  reasons: codes.map((code, index) => ({ code, rule: `r${index}`, text: '', customerText: '' })),
});

const inDollars = { facts: { 'reward.amountMinor': 70, 'reward.currency': 'USD' } };

const strong = (...bits: readonly number[]): Partial<Decision> => ({
  contributions: bits.map((each) => ({ signal: 's', level: 'l', bits: each })),
});

function summaryOf(...decisions: readonly Decision[]): ReturnType<Tally['summary']> {
  const tally = new Tally();
  for (const decision of decisions) tally.decided(decision);
  return tally.summary();
}

test('the last decision on a reward is the one that counts', () => {
  const { decisions, programmes, money } = summaryOf(
    decided('r1', 'wait'),
    decided('r1', 'pay'),
    decided('r2', 'void', { programmeId: 'partners' }),
    decided('r3', 'pay'),
  );
  expect(decisions).toBe(4);
  expect(programmes).toMatchObject([
    { programmeId: 'friends', rewards: 2, byAction: { pay: 2, wait: 0 } },
    { programmeId: 'partners', rewards: 1, byAction: { void: 1 } },
  ]);
  expect(money.wait).toEqual([]);
  expect(money.pay).toEqual([{ minor: 200, currency: 'EUR' }]);
});

test('currencies are never added up', () => {
  const { money } = summaryOf(decided('r1', 'pay', inDollars), decided('r2', 'pay'));
  expect(money.pay).toEqual([
    { minor: 100, currency: 'EUR' },
    { minor: 70, currency: 'USD' },
  ]);
});

test('a reason counts once per reward, the most frequent first', () => {
  const { reasons } = summaryOf(
    decided('r1', 'review', because('CARD', 'CARD', 'AGE')),
    decided('r2', 'review', because('CARD')),
  );
  expect(reasons).toEqual([
    { code: 'CARD', rewards: 2 },
    { code: 'AGE', rewards: 1 },
  ]);
});

test('the example is the held reward with the most strong evidence, whichever way it points', () => {
  const { example } = summaryOf(
    decided('r1', 'review', strong(9)),
    decided('r2', 'review', strong(2, -2, 0.4)),
    decided('r3', 'void', strong(9, 9, 9)),
  );
  expect(example?.rewardId).toBe('r2');
  expect(summaryOf(decided('r1', 'pay'))).not.toHaveProperty('example');
});

test('events are counted by what became of them', () => {
  const tally = new Tally();
  for (const outcome of ['recorded', 'recorded', 'duplicate', 'conflict'] as const)
    tally.recorded(outcome);
  expect(tally.summary()).toMatchObject({ events: 2, duplicates: 1, conflicts: 1 });
});
