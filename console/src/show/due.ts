import { HOUR, type Instant } from '@doubletake/scoring';
import type { ShownDue } from '../models/case-parts.ts';
import { shownSpan } from './span.ts';
import { shownTime } from './time.ts';

const SOON = 6 * HOUR;

/** When an answer is due, and how far off that is. */
export function shownDue(due: Instant, at: Instant, zone: string): ShownDue {
  const left = due - at;
  const tone = left < 0 ? 'bad' : left < SOON ? 'fair' : 'plain';
  const text = left < 0 ? `${shownSpan(left)} late` : `in ${shownSpan(left)}`;
  return { at: shownTime(due, zone), text, tone };
}
