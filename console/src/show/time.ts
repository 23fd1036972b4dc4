import type { Instant } from '@doubletake/scoring';
import type { ShownTime } from '../shown.ts';

const formats = new Map<string, Intl.DateTimeFormat>();

/** An instant in somebody's time zone: `21 Nov 2026, 09:05 CET`. */
export function shownTime(at: Instant, zone: string): ShownTime {
  const format = formats.get(zone) ?? dateTimeFormat(zone);
  formats.set(zone, format);
  return { iso: new Date(at).toISOString(), text: format.format(at) };
}

function dateTimeFormat(timeZone: string): Intl.DateTimeFormat {
  return new Intl.DateTimeFormat('en-GB', {
    day: 'numeric',
    month: 'short',
    year: 'numeric',
    hour: '2-digit',
    minute: '2-digit',
    timeZone,
    timeZoneName: 'short',
  });
}
