import { compareEvents, type DomainEvent } from '@doubletake/scoring';

/** An event with the line it stood on. */
export interface Placed {
  readonly event: DomainEvent;
  readonly line: number;
}

/** Events in the order they fold, whatever order they were written in. */
export function timeline(events: readonly Placed[]): Placed[] {
  return events.toSorted((a, b) => compareEvents(a.event, b.event) || a.line - b.line);
}

/**
 * Whether the host reports orders of accounts nobody referred. Only then does a completed order tell an ordinary
 * account from a sleeping one; where nobody else's orders are reported, age alone must do.
 */
export function reportsOrganicOrders(events: readonly Placed[]): boolean {
  const referred = new Set<string>();
  for (const { event } of events)
    if (event.type === 'referral.attributed') referred.add(event.refereeId);
  return events.some(
    ({ event }) =>
      event.type === 'order.updated' &&
      event.status === 'completed' &&
      !referred.has(event.accountId),
  );
}
