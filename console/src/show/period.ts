import type { ShownPeriod } from '../models/statistics.ts';
import type { CalendarDay } from '../statistics/calendar.ts';
import { type Days, LATEST_DAYS } from '../statistics/period.ts';

const DAY_FORMAT = new Intl.DateTimeFormat('en-GB', {
  day: 'numeric',
  month: 'short',
  year: 'numeric',
  timeZone: 'UTC',
});

/** A day of the calendar as people write it: `5 Jan 2026`. */
export function shownDay(day: CalendarDay): string {
  return DAY_FORMAT.format(Date.parse(`${day}T00:00:00Z`));
}

/** The days a page is about, and the way to others. */
export function shownPeriod(
  action: string,
  { first, last, latest, problem }: Days,
  zone: string,
): ShownPeriod {
  return {
    action,
    choices: LATEST_DAYS.map((days) => ({
      label: `Last ${days} days`,
      href: `${action}?days=${days}`,
      current: days === latest && problem === undefined,
    })),
    first,
    last,
    problem,
    text: `${shownDay(first)} to ${shownDay(last)}, ${zone.replaceAll('_', ' ')}`,
  };
}
