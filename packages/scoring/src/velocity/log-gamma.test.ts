import { describe, expect, it, test } from 'vitest';
import { logGamma } from './log-gamma.ts';

describe('the logarithm of the gamma function', () => {
  it.each([
    { note: 'one is the factorial of nothing', x: 1, gamma: 1 },
    { note: 'so is two of one', x: 2, gamma: 1 },
    { note: '4!', x: 5, gamma: 24 },
    { note: '9!', x: 10, gamma: 362_880 },
    { note: '20!', x: 21, gamma: 2_432_902_008_176_640_000 },
    { note: 'one half gives the root of pi', x: 0.5, gamma: Math.sqrt(Math.PI) },
    { note: 'one and a half gives half of it', x: 1.5, gamma: Math.sqrt(Math.PI) / 2 },
    { note: 'one quarter (Abramowitz and Stegun, table 6.1)', x: 0.25, gamma: 3.625_609_908_221_9 },
  ])('$note', ({ x, gamma }) => {
    expect(logGamma(x)).toBeCloseTo(Math.log(gamma), 12);
  });

  test('raising the argument by one multiplies by the argument', () => {
    for (let x = 0.05; x < 600; x = x * 1.17 + 0.013)
      expect(logGamma(x + 1) - logGamma(x)).toBeCloseTo(Math.log(x), 9);
  });
});
