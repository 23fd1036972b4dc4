import type { Instant, Period } from '@doubletake/scoring';
import { addDays, type CalendarDay, dayAt, dayBegins, daysBetween, isDay } from './calendar.ts';

/** Whole days in the reader's zone, the last included. */
export interface Days {
  readonly first: CalendarDay;
  readonly last: CalendarDay;
  /** The days that can be asked for by one word; absent when both ends were given. */
  readonly latest?: number;
  /** What was wrong with what the address asked for. */
  readonly problem?: string;
  /** Where each day begins, and the end of the last. */
  readonly edges: readonly Instant[];
  readonly period: Period;
}

/** Lengths offered, in days. */
export const LATEST_DAYS: readonly number[] = [7, 30, 90];

const USUAL_DAYS = 30;
const LONGEST_DAYS = 366;

/** The days an address asks for, by `days` or by `from` and `to`; the last 30 when it makes no sense. */
export function daysOf(
  query: Readonly<Record<string, string>>,
  reader: { readonly at: Instant; readonly zone: string },
): Days {
  const today = dayAt(reader.at, reader.zone);
  const { from = '', to = '' } = query;
  const latest = LATEST_DAYS.find((days) => String(days) === query['days']) ?? USUAL_DAYS;
  const usual = { first: addDays(today, 1 - latest), last: today, latest };
  if (from === '' && to === '') return measured(usual, reader.zone);
  const first = from === '' ? usual.first : from;
  const last = to === '' ? today : to;
  const problem = problemOf(first, last);
  if (problem !== undefined) return { ...measured(usual, reader.zone), problem };
  return measured({ first, last }, reader.zone);
}

function problemOf(first: string, last: string): string | undefined {
  if (!isDay(first) || !isDay(last)) return 'Give both days as year, month and day.';
  if (first > last) return 'The first day is after the last.';
  if (daysBetween(first, last) >= LONGEST_DAYS) return `Ask for ${LONGEST_DAYS} days at most.`;
  return undefined;
}

function measured(days: Pick<Days, 'first' | 'last' | 'latest'>, zone: string): Days {
  const count = daysBetween(days.first, days.last) + 2;
  const edges = Array.from({ length: count }, (_, nth) =>
    dayBegins(addDays(days.first, nth), zone),
  );
  return { ...days, edges, period: { from: edges[0] ?? 0, to: edges.at(-1) ?? 0 } };
}
