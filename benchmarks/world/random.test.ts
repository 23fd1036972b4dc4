import { fc, test as law } from '@fast-check/vitest';
import { expect, test } from 'vitest';
import { seeded } from './random.ts';

const many = <T>(draw: () => T): T[] => Array.from({ length: 20_000 }, draw);
const mean = (values: readonly number[]): number =>
  values.reduce((sum, value) => sum + value, 0) / values.length;

law.prop([fc.string()])('the same seed draws the same values', (seed) => {
  const [one, other] = [seeded(seed), seeded(seed)];
  expect(Array.from({ length: 20 }, () => one.next())).toEqual(
    Array.from({ length: 20 }, () => other.next()),
  );
});

law.prop([fc.string()])('drawing from a fork leaves its source where it was', (seed) => {
  const [plain, forked] = [seeded(seed), seeded(seed)];
  forked.fork('side').next();
  expect(forked.next()).toBe(plain.next());
});

law.prop([fc.string(), fc.integer({ min: -9, max: 9 }), fc.nat(9)])(
  'whole numbers stay within both ends',
  (seed, from, width) => {
    const drawn = seeded(seed).integer(from, from + width);
    expect(drawn).toBeGreaterThanOrEqual(from);
    expect(drawn).toBeLessThanOrEqual(from + width);
  },
);

test('draws have the moments they are named for', () => {
  const random = seeded('moments');
  expect(mean(many(() => random.next()))).toBeCloseTo(0.5, 1);
  expect(mean(many(() => random.gaussian()))).toBeCloseTo(0, 1);
  expect(mean(many(() => random.gaussian() ** 2))).toBeCloseTo(1, 1);
  expect(mean(many(() => random.exponential(3))) / 3).toBeCloseTo(1, 1);
  expect(mean(many(() => Number(random.chance(0.15))))).toBeCloseTo(0.15, 1);
  expect(
    mean(
      many(() =>
        random.weighted([
          [1, 3],
          [0, 1],
        ]),
      ),
    ),
  ).toBeCloseTo(0.75, 1);
});

test('there is nothing to pick from an empty list', () =>
  expect(() => seeded('x').pick([])).toThrow('nothing to pick from'));
