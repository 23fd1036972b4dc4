import { type DomainEvent, eventJson, type Instant, parseEventLine } from '@doubletake/scoring';
import { LedgerError } from '../errors.ts';
import { isPersonal } from '../erasure.ts';
import { isUndoing } from '../owed.ts';
import type { Place, Sealer } from '../seal/sealer.ts';
import { touches } from '../touches.ts';
import type { Queryable } from './database.ts';
import { statement } from './statement.ts';

/** The content of a stored event, in the clear or sealed; neither once its values were erased. */
export interface EventContent {
  readonly body: string | null;
  readonly sealed: Uint8Array | null;
}

/** An event to append, and what of it is stored: nothing, or less than it said, when its account was erased. */
export interface Incoming {
  readonly event: DomainEvent;
  readonly kept: DomainEvent | undefined;
}

const INSERT = statement('insert-events');

/** Appends events; the caller holds the append lock. */
export async function insertEvents(
  tx: Queryable,
  sealer: Sealer,
  incoming: readonly Incoming[],
): Promise<void> {
  const rows = incoming.map(({ event, kept }) => {
    const { accountId, orderId, referralId, rewardId } = touches(event);
    const text = kept === undefined ? null : eventJson(kept);
    const sealed = text !== null && kept !== undefined && isPersonal(kept);
    return [
      event.id,
      event.type,
      event.at,
      accountId ?? null,
      orderId ?? referralId ?? rewardId ?? null,
      sealed ? null : text,
      sealed ? sealer.seal(text, placeOf(event.id)).toString('base64') : null,
      kept !== event,
      event.type === 'reward.due' || (event.type === 'order.updated' && isUndoing(event)),
    ] as const;
  });
  await tx.query(INSERT, columns(rows, 9));
}

/** Takes a place in the log for something that is not a host's event. */
export async function markEvent(
  tx: Queryable,
  { id, type, at }: { readonly id: string; readonly type: string; readonly at: Instant },
): Promise<void> {
  await tx.query(INSERT, columns([[id, type, at, null, null, null, null, true, false]], 9));
}

/** What a stored event says, as text in the contract's JSON; undefined once it was erased. */
export function contentOf(id: string, content: EventContent, sealer: Sealer): string | undefined {
  if (content.sealed !== null) return sealer.open(content.sealed, placeOf(id));
  return content.body ?? undefined;
}

/** The stored event itself; undefined once it was erased. */
export function storedEvent(
  id: string,
  content: EventContent,
  sealer: Sealer,
): DomainEvent | undefined {
  const text = contentOf(id, content, sealer);
  if (text === undefined) return undefined;
  const parsed = parseEventLine(text);
  if (parsed.ok) return parsed.value;
  throw new LedgerError(
    'ledger_event_unreadable',
    `stored event \`${id}\` cannot be read any more`,
  );
}

/** Rows turned into the arrays that one statement unnests. */
export function columns(rows: readonly (readonly unknown[])[], width: number): unknown[][] {
  return Array.from({ length: width }, (_, column) => rows.map((row) => row[column]));
}

function placeOf(id: string): Place {
  return { table: 'events', id, column: 'sealed' };
}
