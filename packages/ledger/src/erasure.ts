import type {
  AccountHistory,
  Appended,
  DomainEvent,
  Erased,
  OrderUpdated,
} from '@doubletake/scoring';

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

/** What appending an erasure took away of what there was before. */
export function erasedBy(answers: readonly Appended[], history: AccountHistory): Erased {
  const [appended] = answers;
  if (appended === undefined) throw new Error('an erasure was appended without an answer');
  const { accountId, erased } = history;
  const isGone = appended.outcome === 'recorded';
  return { appended, gone: isGone ? history : { accountId, erased, observed: [] } };
}
