import type { DomainEvent } from '@doubletake/scoring';
import type { FirstTold } from '../corrected.ts';
import { isUndoing } from '../owed.ts';
import type { Transaction } from './database.ts';
import { statement } from './statement.ts';

const LOCK = statement('lock-told');

/**
 * Locks every reward that events may touch before the first is written: whoever keeps decisions locks many at once as well,
 * and the two would wait for each other in a ring.
 */
export function lockTold(tx: Transaction, events: readonly DomainEvent[], first: FirstTold): void {
  const rewards = events.flatMap((event) => ('rewardId' in event ? event.rewardId : []));
  const undone = events.flatMap((event) =>
    event.type === 'order.updated' && isUndoing(event) ? event.orderId : [],
  );
  const orders = [...undone, ...first.orders];
  const links = events.flatMap((event) => (event.type === 'referral.attributed' ? event : []));
  if (rewards.length + orders.length + links.length + first.accounts.length === 0) return;
  const [referrals, referees] = [
    links.map(({ referralId }) => referralId),
    links.map(({ refereeId }) => refereeId),
  ];
  tx.send(LOCK, [rewards, orders, referrals, referees, first.accounts]);
}
