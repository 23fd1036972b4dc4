import type { ReviewCase } from '@doubletake/scoring';
import { describe, expect, test } from 'vitest';
import { hashChance, isSampled, monthNamed, monthOf, monthsOn } from './sample.ts';

const closed = (caseId: string, more: Partial<ReviewCase> = {}): ReviewCase => ({
  caseId,
  rewardId: 'r',
  programmeId: 'p',
  beneficiaryId: 'b',
  amount: { minor: 1, currency: 'EUR' },
  decisionId: caseId,
  score: 50,
  reasons: [],
  rules: [],
  openedAt: Date.UTC(2026, 0, 5),
  refreshedAt: Date.UTC(2026, 0, 5),
  dueAt: Date.UTC(2026, 0, 7),
  state: 'closed',
  leases: 0,
  skippedBy: [],
  ...more,
});

describe('the quality sample', () => {
  test.each([
    { note: 'below the share', chance: 0.049, more: {}, taken: true },
    { note: 'at the share', chance: 0.05, more: {}, taken: false },
    { note: 'opened again', chance: 0.9, more: { revised: true }, taken: true },
    { note: 'still open', chance: 0, more: { state: 'open', revised: true }, taken: false },
  ] as const)('$note: $taken', ({ chance, more, taken }) => {
    expect(isSampled(closed('c', more), { share: 0.05, chance: () => chance })).toBe(taken);
  });

  test('takes about its share, and the same cases every time', () => {
    const cases = Array.from({ length: 4000 }, (_, n) => closed(`dec_${n}`));
    const draw = { share: 0.05, chance: hashChance };
    const taken = cases.filter((each) => isSampled(each, draw));
    expect(taken.length).toBeGreaterThan(150);
    expect(taken.length).toBeLessThan(250);
    expect(cases.filter((each) => isSampled(each, draw))).toEqual(taken);
  });

  test('of another month would be another', () => {
    const cases = Array.from({ length: 400 }, (_, n) => `dec_${n}`);
    const taken = (openedAt: number) =>
      cases.filter((id) => isSampled(closed(id, { openedAt }), { share: 0.2, chance: hashChance }));
    expect(taken(Date.UTC(2026, 0, 5))).not.toEqual(taken(Date.UTC(2026, 1, 5)));
  });
});

test('a month is found by its name and by its neighbours', () => {
  const january = monthOf(Date.UTC(2026, 0, 31, 23, 59));
  expect(january.name).toBe('2026-01');
  expect(monthNamed('2026-01')).toEqual(january);
  expect(monthsOn(january, -1).name).toBe('2025-12');
  expect(monthsOn(january, 1).from).toBe(january.to + 1);
  for (const name of ['2026-13', '2026-00', '26-1', '']) expect(monthNamed(name)).toBeUndefined();
});
