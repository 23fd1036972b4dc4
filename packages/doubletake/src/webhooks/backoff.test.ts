import fc from 'fast-check';
import { expect, test } from 'vitest';
import { nextWait, TRIES } from './backoff.ts';

const HOUR = 3_600_000;
const tries = fc.integer({ min: 1, max: TRIES - 1 });
const chance = fc.double({ min: 0, max: 1, maxExcluded: true, noNaN: true });

test('waits longer each time, up to half a day', () => {
  const waits = Array.from({ length: TRIES - 1 }, (_, n) => nextWait(n + 1, 0.5) ?? 0);
  expect(waits.slice(0, 4)).toEqual([5_000, 20_000, 80_000, 320_000]);
  expect(waits.at(-1)).toBe(12 * HOUR);
  expect(waits.reduce((a, b) => a + b) / HOUR).toBeCloseTo(67.6, 1);
});

test('gives up after its tries', () => {
  expect(nextWait(TRIES - 1, 0)).toBeDefined();
  expect(nextWait(TRIES, 0)).toBeUndefined();
});

test('chance moves a wait by a quarter at most', () => {
  fc.assert(
    fc.property(tries, chance, (failed, drawn) => {
      const middle = nextWait(failed, 0.5) ?? 0;
      const wait = nextWait(failed, drawn) ?? 0;
      expect(Math.abs(wait - middle)).toBeLessThanOrEqual(middle / 4 + 1);
    }),
  );
});
