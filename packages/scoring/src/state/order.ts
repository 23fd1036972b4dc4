import type { OrderStatus } from '../events/event.ts';
import type { ObservedPayment } from '../events/observed.ts';
import type { Instant } from '../instant.ts';
import type { Money } from '../money.ts';

/** One order, booking or subscription: the fold of its `order.updated` events. */
export interface Order {
  readonly orderId: string;
  readonly accountId: string;
  /** Of the latest event. */
  readonly status: OrderStatus;
  readonly createdAt: Instant;
  /** First time each of these was reported. */
  readonly confirmedAt?: Instant;
  readonly completedAt?: Instant;
  /** First cancellation, refund or charge-back; an order that was undone stays undone. */
  readonly undoneAt?: Instant;
  readonly undoneBy?: 'cancelled' | 'refunded' | 'charged_back';
  /** As last stated. */
  readonly amount?: Money;
  readonly startsAt?: Instant;
  readonly endsAt?: Instant;
  readonly payment?: ObservedPayment;
  readonly category?: string;
}
