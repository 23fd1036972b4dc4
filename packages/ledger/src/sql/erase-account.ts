import { withoutPayment } from '../erasure.ts';
import type { AppendContext } from './append-context.ts';
import { ORDERS } from './entity-kinds.ts';
import { type EventContent, storedEvent } from './event-rows.ts';
import { put, refold } from './fold-kind.ts';
import { statement } from './statement.ts';

const ERASE = statement('erase-account');
const SEALED = statement('sealed-order-events');
const REDACT = statement('redact-events');

/** Lets go of everything personal that is stored of an account; ids and tombstones stay. */
export async function eraseAccount(accountId: string, context: AppendContext): Promise<void> {
  const { tx, sealer } = context;
  tx.send(ERASE, [accountId]);
  const rows = await tx.query<EventContent & { event_id: string }>(SEALED, [accountId]);
  const kept = rows.flatMap((row) => {
    const event = storedEvent(row.event_id, row, sealer);
    return event?.type === 'order.updated' ? withoutPayment(event) : [];
  });
  if (kept.length === 0) return;
  tx.send(REDACT, [kept.map(({ id }) => id), kept.map((event) => JSON.stringify(event))]);
  const orderIds = [...new Set(kept.map(({ orderId }) => orderId))];
  put(ORDERS, [...(await refold(ORDERS, orderIds, context)).values()], context);
}
