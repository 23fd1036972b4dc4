import { fc } from '@fast-check/vitest';
import { describe, expect, test } from 'vitest';
import { HYPOTHESES, type ByHypothesis } from '../decision.ts';
import { byHypothesis } from './likelihood.ts';
import { abuseBits, update, weights } from './mixture.ts';

const positive = fc.double({ min: 1e-6, max: 1, noNaN: true });
const stories: fc.Arbitrary<ByHypothesis> = fc.record({
  unrelated: positive,
  household: positive,
  assisted: positive,
  self: positive,
  ring: positive,
});
const belief = stories.map((shares) => {
  const total = HYPOTHESES.reduce((sum, story) => sum + shares[story], 0);
  return byHypothesis((story) => shares[story] / total);
});
const likelihoods = fc.array(stories, { maxLength: 18 });

test('log-odds count self and ring against the rest; a household is honest', () => {
  const even = { unrelated: 0.2, household: 0.2, assisted: 0.1, self: 0.3, ring: 0.2 };
  expect(abuseBits(even)).toBeCloseTo(0, 12);
  expect(abuseBits({ ...even, household: 1.7, self: 0.3 })).toBeCloseTo(-2, 12);
});

test('Bayes: a story four times as likely gains two bits on each other', () => {
  const prior = { unrelated: 0.8, household: 0.1, assisted: 0, self: 0.1, ring: 0 };
  const after = update(prior, { unrelated: 0.1, household: 0.1, assisted: 1, self: 0.4, ring: 1 });
  expect(after.self / after.unrelated).toBeCloseTo(4 / 8, 12);
  expect(HYPOTHESES.reduce((sum, story) => sum + after[story], 0)).toBeCloseTo(1, 12);
});

describe('weights', () => {
  test('add up to the change from prior to posterior', () => {
    fc.assert(
      fc.property(belief, likelihoods, (prior, all) => {
        const change = abuseBits(all.reduce(update, prior)) - abuseBits(prior);
        const sum = weights(prior, all).reduce((a, b) => a + b, 0);
        expect(sum).toBeCloseTo(change, 9);
      }),
    );
  });

  test('are the same read backwards', () => {
    fc.assert(
      fc.property(belief, likelihoods, (prior, all) => {
        const backwards = weights(prior, all.toReversed()).toReversed();
        for (const [index, weight] of weights(prior, all).entries())
          expect(backwards[index]).toBeCloseTo(weight, 9);
      }),
    );
  });

  test('of something equally likely under every story are nothing', () => {
    fc.assert(
      fc.property(belief, likelihoods, positive, (prior, all, flat) => {
        const with0 = weights(prior, [byHypothesis(() => flat), ...all]);
        expect(with0[0]).toBeCloseTo(0, 9);
      }),
    );
  });
});
