import { HOUR, type ReviewCase } from '@doubletake/scoring';
import type { ShownDue } from '../models/case-parts.ts';
import type { Reader } from './reader.ts';
import { shownSpan } from './span.ts';
import { shownTime } from './time.ts';

const SOON = 6 * HOUR;

/** When an answer is due, and how far off that is; of a closed case, whether it came in time. */
export function shownDue(
  { dueAt, closedAt }: Pick<ReviewCase, 'dueAt' | 'closedAt'>,
  { at, zone }: Pick<Reader, 'at' | 'zone'>,
): ShownDue {
  const due = shownTime(dueAt, zone);
  if (closedAt !== undefined) {
    const late = closedAt > dueAt;
    const text = late ? `answered ${shownSpan(closedAt - dueAt)} late` : 'answered in time';
    return { at: due, text, tone: 'plain' };
  }
  const left = dueAt - at;
  const tone = left < 0 ? 'bad' : left < SOON ? 'fair' : 'plain';
  const text = left < 0 ? `${shownSpan(left)} late` : `in ${shownSpan(left)}`;
  return { at: due, text, tone };
}
