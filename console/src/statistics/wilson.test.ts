import fc from 'fast-check';
import { expect, test } from 'vitest';
import { wilson } from './wilson.ts';

test.each([
  // Worked out by hand from the formula with z = 1.96.
  { note: 'half of ten', part: 5, whole: 10, low: 0.237, high: 0.763 },
  { note: 'none of ten', part: 0, whole: 10, low: 0, high: 0.278 },
  { note: 'all of ten', part: 10, whole: 10, low: 0.722, high: 1 },
  { note: 'one of one', part: 1, whole: 1, low: 0.207, high: 1 },
  { note: '81 of 263', part: 81, whole: 263, low: 0.255, high: 0.366 },
])('$note', ({ part, whole, low, high }) => {
  const found = wilson({ part, whole });
  expect(found?.low).toBeCloseTo(low, 3);
  expect(found?.high).toBeCloseTo(high, 3);
});

test('nothing counted says nothing', () => {
  expect(wilson({ part: 0, whole: 0 })).toBeUndefined();
});

test('an interval holds its share and stays within 0 and 1', () => {
  const shares = fc
    .nat({ max: 1e6 })
    .chain((whole) => fc.record({ part: fc.nat({ max: whole }), whole: fc.constant(whole) }))
    .filter(({ whole }) => whole > 0);
  fc.assert(
    fc.property(shares, (share) => {
      const { low, high } = wilson(share) ?? expect.unreachable();
      const at = share.part / share.whole;
      expect(low).toBeGreaterThanOrEqual(0);
      expect(high).toBeLessThanOrEqual(1);
      expect(low).toBeLessThanOrEqual(at + 1e-12);
      expect(high).toBeGreaterThanOrEqual(at - 1e-12);
    }),
  );
});
