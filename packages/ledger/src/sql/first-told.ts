import type { DomainEvent } from '@doubletake/scoring';
import type { FirstTold } from '../corrected.ts';
import type { known } from './known.ts';

/** Accounts and orders that events, under the names accounts have now, tell the first of. One that was erased stays so. */
export function firstTold(
  events: readonly DomainEvent[],
  before: Awaited<ReturnType<typeof known>>,
): FirstTold {
  const accounts = events.flatMap((event) =>
    event.type === 'account.observed' ? event.accountId : [],
  );
  const orders = events.flatMap((event) => (event.type === 'order.updated' ? event.orderId : []));
  const isKnown = (kind: 'account' | 'erased' | 'order', id: string): boolean =>
    before.get(kind)?.has(id) === true;
  return {
    accounts: [...new Set(accounts)].filter(
      (id) => !isKnown('account', id) && !isKnown('erased', id),
    ),
    orders: [...new Set(orders)].filter((id) => !isKnown('order', id)),
  };
}
