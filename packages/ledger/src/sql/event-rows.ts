import { type DomainEvent, eventJson, type Instant, parseEventLine } from '@doubletake/scoring';
import { isPersonal } from '../erasure.ts';
import { LedgerError } from '../errors.ts';
import { isUndoing } from '../owed.ts';
import type { Place, Sealer } from '../seal/sealer.ts';
import { touches } from '../touches.ts';
import type { Transaction } from './database.ts';
import { lines } from './lines.ts';
import { statement } from './statement.ts';

/** The content of a stored event, in the clear or sealed; neither once its values were erased. */
export interface EventContent {
  readonly body: string | null;
  readonly sealed: Uint8Array | null;
}

/** An event to append. */
export interface Incoming {
  readonly event: DomainEvent;
  /** What of it is kept: nothing, or less than it said, when its account was erased. */
  readonly kept: DomainEvent | undefined;
  /** What is kept, as text in the contract's JSON. */
  readonly text: string | null;
  /** The same sealed, as base64, when it is personal. */
  readonly sealed: string | null;
}

/** The event with what is stored of it. */
export function incoming(
  event: DomainEvent,
  kept: DomainEvent | undefined,
  sealer: Sealer,
): Incoming {
  const text = kept === undefined ? null : eventJson(kept);
  const sealed =
    text !== null && kept !== undefined && isPersonal(kept)
      ? sealer.seal(text, placeOf(event.id)).toString('base64')
      : null;
  return { event, kept, text, sealed };
}

const INSERT = statement('insert-events');

/** Appends events; the caller holds the append lock. */
export function insertEvents(tx: Transaction, rows: readonly Incoming[]): void {
  const touched = rows.map(({ event }) => touches(event));
  tx.send(INSERT, [
    rows.map(({ event }) => event.id),
    rows.map(({ event }) => event.type),
    rows.map(({ event }) => event.at),
    touched.map(({ accountId }) => accountId ?? null),
    touched.map(({ orderId, referralId, rewardId }) => orderId ?? referralId ?? rewardId ?? null),
    lines(rows.map(({ text, sealed }) => (sealed === null ? text : null))),
    lines(rows.map(({ sealed }) => sealed)),
    rows.map(({ event, kept }) => kept !== event),
    rows.map(({ event }) => callsForScreening(event)),
  ]);
}

/** Takes a place in the log for something that is not a host's event. */
export function markEvent(
  tx: Transaction,
  { id, type, at }: { readonly id: string; readonly type: string; readonly at: Instant },
): void {
  tx.send(INSERT, [[id], [type], [at], [null], [null], '', '', [true], [false]]);
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

function callsForScreening(event: DomainEvent): boolean {
  return event.type === 'reward.due' || (event.type === 'order.updated' && isUndoing(event));
}

function placeOf(id: string): Place {
  return { table: 'events', id, column: 'sealed' };
}
