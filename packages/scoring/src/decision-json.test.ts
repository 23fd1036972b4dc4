import { expect, test } from 'vitest';
import type { Decision } from './decision.ts';
import { decisionJson } from './decision-json.ts';

const DECISION: Decision = {
  decisionId: 'dec_1',
  rewardId: 'rew_1',
  programmeId: 'friends',
  stage: 'due',
  at: 1_735_776_000_000,
  outcome: 'hold',
  action: 'wait',
  until: 1_736_380_800_000,
  score: 86.2,
  probability: 0.1 + 0.2,
  priorBits: -3.523561956057013,
  logOddsBits: 2.6400000000000001,
  posterior: { unrelated: 1 / 3, household: 1 / 3, assisted: 0, self: 1 / 3, ring: 0 },
  contributions: [{ signal: 'address', level: 'exact', bits: 2 / 3, sharedBy: 2 }],
  counterfactuals: [{ without: 'address', score: 41 }],
  reasons: [],
  determiningRules: [],
  erroredRules: [],
  notEvaluable: [],
  shadow: [],
  versions: { rules: 'r', model: 'm', identity: 'i', lists: 'l' },
  facts: { score: 1 / 3 },
};

test('instants are written in ISO 8601, bits and probabilities to twelve digits, facts as they were read', () => {
  expect(decisionJson(DECISION)).toEqual({
    ...DECISION,
    at: '2025-01-02T00:00:00.000Z',
    until: '2025-01-09T00:00:00.000Z',
    probability: 0.3,
    priorBits: -3.523561956057,
    posterior: {
      ...DECISION.posterior,
      unrelated: 0.333333333333,
      household: 0.333333333333,
      self: 0.333333333333,
    },
    contributions: [{ signal: 'address', level: 'exact', bits: 0.666666666667, sharedBy: 2 }],
  });
});

test('without a wait there is no `until`', () => {
  const { until: _, ...paid } = DECISION;
  expect(decisionJson(paid)).not.toHaveProperty('until');
});
