import fc from 'fast-check';
import { expect, test } from 'vitest';
import { addDays, dayAt, dayBegins, daysBetween, isDay } from './calendar.ts';

test.each([
  { note: 'UTC', day: '2026-01-05', zone: 'UTC', begins: '2026-01-05T00:00:00Z' },
  { note: 'ahead', day: '2026-01-05', zone: 'Asia/Tokyo', begins: '2026-01-04T15:00:00Z' },
  { note: 'behind', day: '2026-07-05', zone: 'America/New_York', begins: '2026-07-05T04:00:00Z' },
  {
    note: 'the day clocks go forward',
    day: '2026-03-29',
    zone: 'Europe/Berlin',
    begins: '2026-03-28T23:00:00Z',
  },
  {
    note: 'the day after',
    day: '2026-03-30',
    zone: 'Europe/Berlin',
    begins: '2026-03-29T22:00:00Z',
  },
  {
    note: 'a day whose midnight clocks skip',
    day: '2025-09-07',
    zone: 'America/Santiago',
    begins: '2025-09-07T04:00:00Z',
  },
  {
    note: 'far ahead, the day clocks go back',
    day: '2026-04-05',
    zone: 'Australia/Sydney',
    begins: '2026-04-04T13:00:00Z',
  },
  {
    note: 'a quarter of an hour',
    day: '2026-01-05',
    zone: 'Asia/Kathmandu',
    begins: '2026-01-04T18:15:00Z',
  },
])('$note: $day begins', ({ day, zone, begins }) => {
  expect(new Date(dayBegins(day, zone)).toISOString()).toBe(begins.replace('Z', '.000Z'));
});

test.each([
  { text: '2026-02-28', is: true },
  { text: '2026-02-29', is: false },
  { text: '2024-02-29', is: true },
  { text: '2026-13-01', is: false },
  { text: '2026-1-1', is: false },
  { text: '0000-01-01', is: false },
  { text: '', is: false },
  { text: '<b>', is: false },
])('`$text` is a day: $is', ({ text, is }) => {
  expect(isDay(text)).toBe(is);
});

test('a day begins on that day, and the millisecond before is the day before', () => {
  const zones = fc.constantFrom(
    'UTC',
    'Europe/Berlin',
    'America/Santiago',
    'Asia/Beirut',
    'Australia/Lord_Howe',
  );
  const days = fc.integer({ min: 0, max: 20_000 }).map((n) => addDays('1990-01-01', n));
  fc.assert(
    fc.property(days, zones, (day, zone) => {
      const at = dayBegins(day, zone);
      expect(dayAt(at, zone)).toBe(day);
      expect(dayAt(at - 1, zone)).toBe(addDays(day, -1));
      expect(daysBetween(day, addDays(day, 90))).toBe(90);
    }),
  );
});
