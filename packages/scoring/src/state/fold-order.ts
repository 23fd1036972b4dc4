import type { OrderStatus, OrderUpdated } from '../events/event.ts';
import type { Instant } from '../instant.ts';
import type { Order } from './order.ts';
import { stated } from './stated.ts';

type Milestone = Pick<Order, 'confirmedAt' | 'completedAt' | 'undoneAt' | 'undoneBy'>;

/** What reaching a status says for good, the first time it is reached. */
const MILESTONES: Readonly<Record<OrderStatus, (at: Instant) => Milestone>> = {
  created: () => ({}),
  confirmed: (confirmedAt) => ({ confirmedAt }),
  completed: (completedAt) => ({ completedAt }),
  cancelled: (undoneAt) => ({ undoneAt, undoneBy: 'cancelled' }),
  refunded: (undoneAt) => ({ undoneAt, undoneBy: 'refunded' }),
  charged_back: (undoneAt) => ({ undoneAt, undoneBy: 'charged_back' }),
};

/**
 * The order after one more update: everything as last stated, each milestone as first reached; one that goes to another
 * account leaves behind what the former paid with. Updates come in fold order; the same one twice changes nothing.
 */
export function foldOrder(order: Order | undefined, event: OrderUpdated): Order {
  const { at, status } = event;
  const before = order && order.accountId !== event.accountId ? withoutPayment(order) : order;
  return { createdAt: at, ...MILESTONES[status](at), ...before, ...stated(event) };
}

function withoutPayment(order: Order): Order {
  const { payment: _, ...others } = order;
  return others;
}
