import type { DomainEvent, OrderUpdated } from '@doubletake/scoring';

/** Whether an event carries something personal beyond ids. */
export function isPersonal(event: DomainEvent): boolean {
  return (
    event.type === 'account.observed' ||
    (event.type === 'order.updated' && event.payment !== undefined)
  );
}

/** The order event without the payment instrument, the one personal thing it may carry. */
export function withoutPayment(event: OrderUpdated): OrderUpdated {
  const { payment: _, ...kept } = event;
  return kept;
}
