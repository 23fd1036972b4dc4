import { fc } from '@fast-check/vitest';
import { describe, expect, it, test } from 'vitest';
import type { IdentitySignal, ModelLevel, NumericSignal, TableSignal } from '../model/model.ts';
import { byHypothesis, frequency, likelihood } from './likelihood.ts';
import { missing, type Observation } from './observation.ts';

const level = (name: string, self: number, unrelated: number): ModelLevel => ({
  level: name,
  shares: { unrelated, household: 0.5, assisted: 0, self, ring: 1 },
  typical: 0.001,
  alpha: 100,
});

const ladder: IdentitySignal = {
  kind: 'identity',
  signal: 'device',
  group: 'device',
  capBits: 8,
  levels: [level('strong', 0.4, 0.1), level('weak', 0.2, 0.05)],
};

const table: TableSignal = {
  kind: 'table',
  signal: 'age',
  group: 'timing',
  capBits: 4,
  table: {
    new: { unrelated: 0.1, household: 0.2, assisted: 0.3, self: 0.4, ring: 0.5 },
    young: { unrelated: 0.2, household: 0.2, assisted: 0.2, self: 0.2, ring: 0.2 },
  },
};

const numeric: NumericSignal = {
  kind: 'numeric',
  signal: 'rebook',
  group: 'cohort',
  capBits: 4,
  takes: { unrelated: 0, household: 0, assisted: 0, self: 1, ring: 0.5 },
};

describe('how often an honest stranger holds a value', () => {
  it.each([
    { note: 'nothing counted, nobody to count: what was believed', c: 0, N: 0, f: 0.001 },
    { note: 'nobody of many', c: 0, N: 900, f: 0.0001 },
    { note: 'ten of nine hundred', c: 10, N: 900, f: 10.1 / 1000 },
    { note: 'everybody: never above one half', c: 900, N: 900, f: 0.5 },
    { note: 'more holders than accounts known, as a sketch may say', c: 50, N: 0, f: 50.1 / 150 },
  ])('$note', ({ c, N, f }) => {
    expect(frequency(level('x', 0, 0), c, N)).toBeCloseTo(f, 12);
  });

  test('more holders never make it rarer', () => {
    fc.assert(
      fc.property(fc.nat(5000), fc.nat(5000), fc.nat(9000), (some, more, population) => {
        const f = (matured: number): number => frequency(level('x', 0, 0), matured, population);
        expect(f(some + more)).toBeGreaterThanOrEqual(f(some));
      }),
    );
  });
});

const seen = (name: string, comparable: readonly string[], matured = 0): Observation => ({
  kind: 'identity',
  level: name,
  comparable,
  matured,
});

describe('the likelihood of what a ladder showed, of one person', () => {
  const both = ['strong', 'weak'];
  const chance = 0.1 / 1100;
  it.each([
    { note: 'the strong rung agrees', saw: seen('strong', both), self: 0.4 + 0.6 * chance },
    {
      note: 'the weak rung agrees, the strong one did not',
      saw: seen('weak', both),
      self: 0.6 * 0.999 * (0.2 + 0.8 * chance),
    },
    {
      note: 'the weak rung agrees, the strong one could not be compared',
      saw: seen('weak', ['weak']),
      self: 0.2 + 0.8 * chance,
    },
    { note: 'none agrees', saw: seen('none', both), self: 0.6 * 0.999 * 0.8 * 0.999 },
    {
      note: 'none agrees where only the weak one could be compared',
      saw: seen('none', ['weak']),
      self: 0.8 * 0.999,
    },
    {
      note: 'a common value',
      saw: seen('strong', both, 1000),
      self: 0.4 + 0.6 * 0.5,
    },
  ])('$note', ({ saw, self }) => {
    expect(likelihood(ladder, saw, 1000)?.self).toBeCloseTo(self, 12);
  });
});

test('a level the table lists takes its row, any other what is left of each column', () => {
  expect(likelihood(table, { kind: 'table', level: 'new' }, 0)).toEqual(table.table['new']);
  const rest = likelihood(table, { kind: 'table', level: 'constructor' }, 0);
  const left = { unrelated: 0.7, household: 0.6, assisted: 0.5, self: 0.4, ring: 0.3 };
  for (const [story, share] of Object.entries(left))
    expect(rest).toHaveProperty(story, expect.closeTo(share, 12));
});

const bitsOf = (bits: number): Observation => ({ kind: 'numeric', level: 'x', bits });

test('bits computed elsewhere count for the stories that take them, up to the cap', () => {
  expect(likelihood(numeric, bitsOf(2), 0)).toEqual({
    ...byHypothesis(() => 1),
    self: 4,
    ring: 2,
  });
  expect(likelihood(numeric, bitsOf(99), 0)?.self).toBe(2 ** 4);
  expect(likelihood(numeric, bitsOf(-99), 0)?.self).toBe(2 ** -4);
});

test('a missing observation has no likelihood, whatever the signal', () => {
  for (const signal of [ladder, table, numeric])
    expect(likelihood(signal, missing('nothing there'), 1000)).toBeUndefined();
});

test('an observation of another kind than its signal is a bug', () => {
  expect(() => likelihood(table, seen('strong', []), 0)).toThrow('signal age is table');
});
