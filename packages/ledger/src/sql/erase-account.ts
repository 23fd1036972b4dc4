import { withoutPayment } from '../erasure.ts';
import { ifOpens } from '../seal/if-opens.ts';
import type { AppendContext } from './append-context.ts';
import { ORDERS } from './entity-kinds.ts';
import { type EventContent, storedEvent } from './event-rows.ts';
import { put, refold } from './fold-kind.ts';
import { statement } from './statement.ts';

const ERASE = statement('erase-account');
const SEALED = statement('sealed-order-events');
const REDACT = statement('redact-events');
const DROP_PAYMENTS = statement('drop-payments');

interface SealedRow extends EventContent {
  readonly event_id: string;
  readonly entity_id: string;
}

/** Lets go of everything personal that is stored of an account; ids and tombstones stay. */
export async function eraseAccount(accountId: string, context: AppendContext): Promise<void> {
  const { tx, sealer } = context;
  tx.send(ERASE, [accountId]);
  const rows = await tx.query<SealedRow>(SEALED, [accountId]);
  const shut = new Set<string>();
  const kept = rows.flatMap((row) => {
    const event = ifOpens(() => storedEvent(row.event_id, row, sealer));
    // Nobody reads it any more, and its order cannot be folded anew: what that one shows goes all the same.
    if (event === undefined) shut.add(row.entity_id);
    return event?.type === 'order.updated' ? withoutPayment(event) : [];
  });
  if (shut.size > 0) tx.send(DROP_PAYMENTS, [[...shut]]);
  if (kept.length === 0) return;
  tx.send(REDACT, [kept.map(({ id }) => id), kept.map((event) => JSON.stringify(event))]);
  const orderIds = new Set(kept.map(({ orderId }) => orderId).filter((id) => !shut.has(id)));
  put(ORDERS, [...(await refold(ORDERS, [...orderIds], context)).values()], context);
}
