/** A point in time: epoch milliseconds, UTC. */
export type Instant = number;

/** Milliseconds in a minute, an hour and a day, for windows written in those units. */
export const MINUTE = 60_000;
export const HOUR: number = 60 * MINUTE;
export const DAY: number = 24 * HOUR;

const WRITTEN =
  /^(\d{4}-\d{2}-\d{2})T([01]\d|2[0-3]):([0-5]\d):([0-5]\d)(?:\.(\d{1,9}))?(?:Z|\+00:00)$/;
const CALENDAR_DATE = /^(\d{4})-(\d{2})-(\d{2})$/;

const EARLIEST = -62_167_219_200_000;

/** The last instant that can be written: the end of the year 9999. */
export const LATEST: Instant = 253_402_300_799_999;

/**
 * The instant an ISO 8601 text names: `YYYY-MM-DDTHH:MM:SS`, an optional fraction, then `Z` or `+00:00`; `undefined`
 * when it names none. Years 0000 to 9999; a fraction is cut to milliseconds; there is no 24:00 and no leap second.
 */
export function parseInstant(text: string): Instant | undefined {
  const [, date, hour, minute, second, fraction = ''] = WRITTEN.exec(text) ?? [];
  const midnight = date === undefined ? undefined : parseCalendarDate(date);
  if (midnight === undefined) return undefined;
  const milliseconds = Number(fraction.slice(0, 3).padEnd(3, '0'));
  return (
    midnight + Number(hour) * HOUR + Number(minute) * MINUTE + Number(second) * 1000 + milliseconds
  );
}

/** Midnight UTC of a day written `YYYY-MM-DD`; `undefined` when the calendar has no such day. */
export function parseCalendarDate(text: string): Instant | undefined {
  const [, ...parts] = CALENDAR_DATE.exec(text) ?? [];
  const [year, month, day] = parts.map(Number);
  if (year === undefined || month === undefined || day === undefined) return undefined;
  const exists = month >= 1 && month <= 12 && day >= 1 && day <= daysInMonth(year, month);
  return exists ? daysFromCivil(year, month, day) * DAY : undefined;
}

/**
 * `YYYY-MM-DDTHH:MM:SS.sssZ`, which `parseInstant` reads back. What lies beyond the year 9999 is written as its end: many
 * systems mean never by it, and a payout window that begins there ends later still.
 * @throws RangeError when the number is no whole millisecond from the year 0000 on
 */
export function printInstant(instant: Instant): string {
  if (!Number.isInteger(instant) || instant < EARLIEST)
    throw new RangeError(`no instant: ${instant}`);
  const written = Math.min(instant, LATEST);
  const days = Math.floor(written / DAY);
  const rest = written - days * DAY;
  const hour = digits(Math.floor(rest / HOUR), 2);
  const minute = digits(Math.floor((rest % HOUR) / MINUTE), 2);
  const second = digits(Math.floor((rest % MINUTE) / 1000), 2);
  return `${civilFromDays(days)}T${hour}:${minute}:${second}.${digits(rest % 1000, 3)}Z`;
}

const digits = (value: number, width: number): string => String(value).padStart(width, '0');

function daysInMonth(year: number, month: number): number {
  const leap = year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0);
  if (month === 2) return leap ? 29 : 28;
  return [4, 6, 9, 11].includes(month) ? 30 : 31;
}

/**
 * Days since 1970-01-01 in the proleptic Gregorian calendar, with years that begin in March so that the leap day comes
 * last. Source: Howard Hinnant, "chrono-compatible low-level date algorithms", `days_from_civil`.
 */
function daysFromCivil(year: number, month: number, day: number): number {
  const marchYear = month <= 2 ? year - 1 : year;
  const era = Math.floor(marchYear / 400);
  const yearOfEra = marchYear - era * 400;
  const dayOfYear = Math.floor((153 * ((month + 9) % 12) + 2) / 5) + day - 1;
  const dayOfEra =
    yearOfEra * 365 + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100) + dayOfYear;
  return era * 146_097 + dayOfEra - 719_468;
}

/** The inverse, written `YYYY-MM-DD`. Source: the same page, `civil_from_days`. */
function civilFromDays(days: number): string {
  const shifted = days + 719_468;
  const era = Math.floor(shifted / 146_097);
  const dayOfEra = shifted - era * 146_097;
  const yearOfEra = Math.floor(
    (dayOfEra -
      Math.floor(dayOfEra / 1460) +
      Math.floor(dayOfEra / 36_524) -
      Math.floor(dayOfEra / 146_096)) /
      365,
  );
  const dayOfYear =
    dayOfEra - (365 * yearOfEra + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100));
  const marchMonth = Math.floor((5 * dayOfYear + 2) / 153);
  const day = dayOfYear - Math.floor((153 * marchMonth + 2) / 5) + 1;
  const month = ((marchMonth + 2) % 12) + 1;
  const year = yearOfEra + era * 400 + (month <= 2 ? 1 : 0);
  return `${digits(year, 4)}-${digits(month, 2)}-${digits(day, 2)}`;
}
