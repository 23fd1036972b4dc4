import { DAY, HOUR, MINUTE } from '@doubletake/scoring';

/** A length of time in its largest unit that says enough: `3 days`, `5 h`, `12 min`. */
export function shownSpan(milliseconds: number): string {
  const length = Math.abs(milliseconds);
  if (length >= 2 * DAY) return `${Math.floor(length / DAY)} days`;
  if (length >= HOUR) return `${Math.floor(length / HOUR)} h`;
  if (length >= MINUTE) return `${Math.floor(length / MINUTE)} min`;
  return `${Math.floor(length / 1000)} s`;
}
