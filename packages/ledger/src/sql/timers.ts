import type { DomainEvent } from '@doubletake/scoring';
import { isUndoing } from '../owed.ts';
import type { Transaction } from './database.ts';
import { statement } from './statement.ts';

const LOCK = statement('lock-rewards-for-orders');
const REFRESH = statement('refresh-timers');

/** States anew which screenings are owed for the rewards that a batch of events touched. */
export async function refreshTimers(
  tx: Transaction,
  events: readonly DomainEvent[],
): Promise<void> {
  const undone = events.flatMap((event) =>
    event.type === 'order.updated' && isUndoing(event) ? event.orderId : [],
  );
  const rows =
    undone.length === 0 ? [] : await tx.query<{ reward_id: string }>(LOCK, [[...new Set(undone)]]);
  const touched = events.flatMap((event) => ('rewardId' in event ? event.rewardId : []));
  const rewardIds = [...new Set([...touched, ...rows.map((row) => row.reward_id)])];
  if (rewardIds.length > 0) tx.send(REFRESH, [rewardIds]);
}
