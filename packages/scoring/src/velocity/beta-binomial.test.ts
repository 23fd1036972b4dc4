import { describe, expect, it, test } from 'vitest';
import { betaBinomialLogRatio } from './beta-binomial.ts';

describe('bits for a farm in how many referees came back', () => {
  it.each([
    { returned: 0, exposed: 0, bits: 0 },
    { returned: 0, exposed: 3, bits: 0.8 },
    { returned: 0, exposed: 5, bits: 1.2 },
    { returned: 0, exposed: 8, bits: 1.8 },
    { returned: 0, exposed: 12, bits: 2.4 },
    { returned: 0, exposed: 20, bits: 3.3 },
    { returned: 0, exposed: 30, bits: 4.2 },
    { returned: 1, exposed: 8, bits: -1.4 },
    { returned: 1, exposed: 20, bits: 0.4 },
  ])('$returned of $exposed: $bits bits', ({ returned, exposed, bits }) => {
    expect(Math.abs(betaBinomialLogRatio(returned, exposed) - bits)).toBeLessThan(0.06);
  });

  test('one more who could have come back and did not argues for a farm', () => {
    for (let exposed = 0; exposed < 100; exposed += 0.5)
      expect(betaBinomialLogRatio(0, exposed + 0.5)).toBeGreaterThan(
        betaBinomialLogRatio(0, exposed),
      );
  });

  test('one more who came back argues against', () => {
    for (let returned = 0; returned < 40; returned += 1)
      expect(betaBinomialLogRatio(returned + 1, 40)).toBeLessThan(
        betaBinomialLogRatio(returned, 40),
      );
  });
});
