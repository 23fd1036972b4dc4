import type { DomainEvent } from '@doubletake/scoring';

/** The events in runs that end with an erasure each: what comes after one meets an erased account. */
export function* untilErasure(events: readonly DomainEvent[]): Generator<readonly DomainEvent[]> {
  let start = 0;
  for (const [position, { type }] of events.entries()) {
    if (type !== 'account.erased') continue;
    yield events.slice(start, position + 1);
    start = position + 1;
  }
  if (start < events.length) yield events.slice(start);
}
