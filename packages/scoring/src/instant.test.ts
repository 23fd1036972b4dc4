/* oxlint-disable no-restricted-globals -- the platform's calendar is what ours is held against */
import { fc, test } from '@fast-check/vitest';
import { describe, expect, it } from 'vitest';
import { parseCalendarDate, parseInstant, printInstant } from './instant.ts';

const FIRST = Date.parse('0000-01-01T00:00:00.000Z');
const LAST = Date.parse('9999-12-31T23:59:59.999Z');
const anyInstant = fc.integer({ min: FIRST, max: LAST });

describe('reading an instant', () => {
  it.each([
    { note: 'the epoch', text: '1970-01-01T00:00:00Z', instant: 0 },
    { note: 'one digit of fraction', text: '1970-01-01T00:00:00.5Z', instant: 500 },
    { note: 'microseconds are cut', text: '1970-01-01T00:00:01.999999Z', instant: 1999 },
    { note: 'zero offset', text: '1970-01-02T00:00:00+00:00', instant: 86_400_000 },
    { note: 'before the epoch', text: '1969-12-31T23:59:59.999Z', instant: -1 },
    { note: 'leap day of a century', text: '2000-02-29T12:00:00Z', instant: 951_825_600_000 },
    { note: 'no leap day in 1900', text: '1900-02-29T12:00:00Z', instant: undefined },
    { note: 'no 31st of April', text: '2025-04-31T12:00:00Z', instant: undefined },
    { note: 'no month 0', text: '2025-00-10T12:00:00Z', instant: undefined },
    { note: 'no month 13', text: '2025-13-10T12:00:00Z', instant: undefined },
    { note: 'no day 0', text: '2025-01-00T12:00:00Z', instant: undefined },
    { note: 'no hour 24', text: '2025-01-01T24:00:00Z', instant: undefined },
    { note: 'no leap second', text: '2016-12-31T23:59:60Z', instant: undefined },
    { note: 'local time', text: '2025-01-01T12:00:00', instant: undefined },
    { note: 'another offset', text: '2025-01-01T12:00:00+01:00', instant: undefined },
    { note: 'a space for the T', text: '2025-01-01 12:00:00Z', instant: undefined },
    { note: 'a day alone', text: '2025-01-01', instant: undefined },
    { note: 'no fraction after the point', text: '2025-01-01T12:00:00.Z', instant: undefined },
    { note: 'text behind', text: '2025-01-01T12:00:00Z ', instant: undefined },
    { note: 'nothing', text: '', instant: undefined },
  ])('$note', ({ text, instant }) => {
    expect(parseInstant(text)).toBe(instant);
  });

  test.prop([anyInstant])('parse after print is the identity', (instant) => {
    expect(parseInstant(printInstant(instant))).toBe(instant);
  });

  test.prop([anyInstant])('it agrees with the platform calendar', (instant) => {
    const text = new Date(instant).toISOString();
    expect(printInstant(instant)).toBe(text);
    expect(parseInstant(text)).toBe(instant);
    expect(parseCalendarDate(text.slice(0, 10))).toBe(Date.parse(text.slice(0, 10)));
  });
});

describe('printing what is no instant', () => {
  it.each([Number.NaN, Infinity, 0.5, FIRST - 1])('%d throws', (number) => {
    expect(() => printInstant(number)).toThrow(RangeError);
  });

  it('what lies beyond the year 9999 is written as its end', () => {
    expect(printInstant(LAST)).toBe('9999-12-31T23:59:59.999Z');
    expect(printInstant(LAST + 1)).toBe('9999-12-31T23:59:59.999Z');
  });
});
