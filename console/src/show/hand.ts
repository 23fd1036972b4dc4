import type { Instant, ReviewCase } from '@doubletake/scoring';
import type { ShownHand } from '../models/case-parts.ts';
import type { Reader } from './reader.ts';
import { shownSpan } from './span.ts';
import { shownTime } from './time.ts';

/** Who has the case in hand now; nobody when the lease is over. */
export function shownHand({ lease }: ReviewCase, reader: Reader): ShownHand | undefined {
  if (lease === undefined || lease.until <= reader.at) return undefined;
  const { by, until, token } = lease;
  return {
    by: reader.names(by),
    mine: by === reader.userId,
    until: shownTime(until, reader.zone),
    left: shownSpan((until - reader.at) satisfies Instant),
    token,
  };
}
