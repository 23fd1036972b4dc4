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
 * The order after one more update: everything as last stated, each milestone as first reached. Updates come in fold
 * order; the same one twice changes nothing.
 */
export function foldOrder(order: Order | undefined, event: OrderUpdated): Order {
  const { at, status } = event;
  return { createdAt: at, ...MILESTONES[status](at), ...order, ...stated(event) };
}
