import { expect, test } from 'vitest';
import { daysOf } from './period.ts';

const reader = { at: Date.UTC(2026, 0, 5, 23, 30), zone: 'Europe/Berlin' };

test.each([
  { note: 'nothing', query: {}, days: ['2025-12-08', '2026-01-06'] },
  { note: 'a week', query: { days: '7' }, days: ['2025-12-31', '2026-01-06'] },
  { note: 'a number nobody offers', query: { days: '8' }, days: ['2025-12-08', '2026-01-06'] },
  {
    note: 'two days',
    query: { from: '2025-10-01', to: '2025-10-31' },
    days: ['2025-10-01', '2025-10-31'],
  },
  {
    note: 'one day',
    query: { from: '2025-10-01', to: '2025-10-01' },
    days: ['2025-10-01', '2025-10-01'],
  },
  { note: 'only the first', query: { from: '2026-01-01' }, days: ['2026-01-01', '2026-01-06'] },
])('$note', ({ query, days }) => {
  const { first, last, problem } = daysOf(query, reader);
  expect([first, last]).toEqual(days);
  expect(problem).toBeUndefined();
});

test.each([
  { note: 'no day', query: { from: 'x', to: '2026-01-01' } },
  { note: 'backwards', query: { from: '2026-01-02', to: '2026-01-01' } },
  { note: 'more than a year', query: { from: '2024-12-30', to: '2026-01-01' } },
])('$note: the usual days, and why', ({ query }) => {
  const { first, last, problem } = daysOf(query, reader);
  expect([first, last]).toEqual(['2025-12-08', '2026-01-06']);
  expect(problem).toBeTruthy();
});

test('edges are the beginnings of days where the reader is, a short day included', () => {
  const { edges, period } = daysOf({ from: '2026-03-28', to: '2026-03-30' }, reader);
  expect(edges.map((at) => new Date(at).toISOString().slice(5, 16))).toEqual([
    '03-27T23:00',
    '03-28T23:00',
    '03-29T22:00',
    '03-30T22:00',
  ]);
  expect(period).toEqual({ from: edges[0], to: edges[3] });
});
