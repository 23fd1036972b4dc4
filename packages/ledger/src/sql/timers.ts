import type { DomainEvent } from '@doubletake/scoring';
import { isUndoing } from '../owed.ts';
import type { Transaction } from './database.ts';
import { statement } from './statement.ts';

const REFRESH = statement('refresh-timers');

/** States anew which screenings are owed for the rewards that a batch of events touched. */
export function refreshTimers(tx: Transaction, events: readonly DomainEvent[]): void {
  const told = new Set(events.flatMap((event) => ('rewardId' in event ? event.rewardId : [])));
  const undone = new Set(
    events.flatMap((event) =>
      event.type === 'order.updated' && isUndoing(event) ? event.orderId : [],
    ),
  );
  if (told.size + undone.size > 0) tx.send(REFRESH, [[...told], [...undone]]);
}
