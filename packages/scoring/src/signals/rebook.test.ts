import { describe, expect, it } from 'vitest';
import { ago, NOW, sceneOf } from '../../../../test/support/scenes.ts';
import type { RefereeOutcome } from '../ports/ledger.ts';
import { rebook, rebookBits } from './rebook.ts';

const left = (days: number): RefereeOutcome => ({ firstCompletedAt: ago(days) });
const returned = (days: number, after: number): RefereeOutcome => ({
  firstCompletedAt: ago(days),
  secondCompletedAt: ago(days - after),
});
const many = (count: number, outcome: RefereeOutcome): RefereeOutcome[] =>
  Array.from({ length: count }, () => outcome);
const LONG = 4000;

describe('whether earlier referees came back', () => {
  it.each([
    { note: 'two are too few to say', outcomes: many(2, left(LONG)), seen: { kind: 'missing' } },
    {
      note: 'none did',
      outcomes: many(8, left(LONG)),
      seen: { kind: 'numeric', level: 'none_returned' },
    },
    {
      note: 'one did',
      outcomes: [...many(7, left(LONG)), returned(LONG, 30)],
      seen: { kind: 'numeric', level: 'some_returned' },
    },
    {
      note: 'one will have, after the instant we stand at',
      outcomes: [...many(7, left(LONG)), returned(20, 30)],
      seen: { kind: 'numeric', level: 'none_returned' },
    },
  ])('$note', ({ outcomes, seen }) => {
    expect(rebook.observe(sceneOf({ record: { refereeOutcomes: outcomes } }))).toMatchObject(seen);
  });

  it.each([
    { note: 'after many years every absence counts', outcomes: many(8, left(LONG)), bits: 1.8 },
    { note: 'after one median half of it does', outcomes: many(16, left(120)), bits: 1.8 },
    { note: 'on the day itself nothing does', outcomes: many(16, left(0)), bits: 0 },
    {
      note: 'one return among eight',
      outcomes: [...many(7, left(LONG)), returned(LONG, 30)],
      bits: -1.4,
    },
  ])('$note: $bits bits', ({ outcomes, bits }) => {
    expect(Math.abs(rebookBits(outcomes, NOW) - bits)).toBeLessThan(0.06);
  });

  it('does not see a return that is still to come', () => {
    const absent = [...many(7, left(LONG)), left(20)];
    const coming = [...many(7, left(LONG)), returned(20, 30)];
    expect(rebookBits(coming, NOW)).toBe(rebookBits(absent, NOW));
  });

  it('counts no more returns than there was time for', () => {
    expect(Number.isFinite(rebookBits(many(5, returned(1, 1)), NOW))).toBe(true);
  });
});
