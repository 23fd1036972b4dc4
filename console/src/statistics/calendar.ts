import { DAY, type Instant } from '@doubletake/scoring';

/** A day of the calendar: `2026-11-21`. */
export type CalendarDay = string;

const formats = new Map<string, Intl.DateTimeFormat>();

/** The day it is at an instant, in a zone. */
export function dayAt(at: Instant, zone: string): CalendarDay {
  const { year, month, day } = partsAt(at, zone);
  return `${String(year).padStart(4, '0')}-${pad(month)}-${pad(day)}`;
}

/** That many days later; earlier when negative. */
export function addDays(day: CalendarDay, days: number): CalendarDay {
  return new Date(utcMidnight(day) + days * DAY).toISOString().slice(0, 10);
}

/** Days from one to another. */
export function daysBetween(from: CalendarDay, to: CalendarDay): number {
  return Math.round((utcMidnight(to) - utcMidnight(from)) / DAY);
}

/** Whether a text names a day of the calendar. */
export function isDay(text: string | undefined): text is CalendarDay {
  return (
    text !== undefined &&
    /^(19|20)\d\d-\d\d-\d\d$/.test(text) &&
    !Number.isNaN(utcMidnight(text)) &&
    addDays(text, 0) === text
  );
}

/** The first instant of a day in a zone; where clocks skip midnight, the one they jump to. */
export function dayBegins(day: CalendarDay, zone: string): Instant {
  const utc = utcMidnight(day);
  const candidates = [utc - DAY, utc, utc + DAY].map((near) => utc - offsetAt(near, zone));
  const found = candidates.filter((at) => dayAt(at, zone) === day);
  return Math.min(...(found.length === 0 ? candidates : found));
}

const utcMidnight = (day: CalendarDay): Instant => Date.parse(`${day}T00:00:00Z`);

const pad = (value: number): string => String(value).padStart(2, '0');

/** How far a zone's clocks are ahead of UTC, in milliseconds. */
function offsetAt(at: Instant, zone: string): number {
  const { year, month, day, hour, minute, second } = partsAt(at, zone);
  return Date.UTC(year, month - 1, day, hour, minute, second) - Math.floor(at / 1000) * 1000;
}

function partsAt(at: Instant, zone: string) {
  const format = formats.get(zone) ?? formatOf(zone);
  formats.set(zone, format);
  const parts = new Map(format.formatToParts(at).map(({ type, value }) => [type, Number(value)]));
  const part = (name: Intl.DateTimeFormatPartTypes): number => parts.get(name) ?? 0;
  return {
    year: part('year'),
    month: part('month'),
    day: part('day'),
    hour: part('hour'),
    minute: part('minute'),
    second: part('second'),
  };
}

function formatOf(timeZone: string): Intl.DateTimeFormat {
  return new Intl.DateTimeFormat('en-GB', {
    timeZone,
    hourCycle: 'h23',
    year: 'numeric',
    month: 'numeric',
    day: 'numeric',
    hour: 'numeric',
    minute: 'numeric',
    second: 'numeric',
  });
}
