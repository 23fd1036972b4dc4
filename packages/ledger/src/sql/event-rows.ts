import type { DomainEvent, Instant } from '@doubletake/scoring';
import { isPersonal } from '../erasure.ts';
import { type NameOf, renamed } from '../merged-names.ts';
import { isUndoing } from '../owed.ts';
import type { Place, Sealer } from '../seal/sealer.ts';
import { touches } from '../touches.ts';
import { asWritten } from './as-written.ts';
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
  /** What is kept, as JSON. */
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
  const text = kept === undefined ? null : JSON.stringify(kept);
  const sealed =
    text !== null && kept !== undefined && isPersonal(kept)
      ? sealer.seal(text, placeOf(event.id)).toString('base64')
      : null;
  return { event, kept, text, sealed };
}

const INSERT = statement('insert-events');

/** Appends events; the caller holds the append lock. */
export function insertEvents(tx: Transaction, rows: readonly Incoming[], nameOf: NameOf): void {
  const touched = rows.map(({ event }) => touches(renamed(event, nameOf)));
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

/** Something that is not a host's event. */
export interface Mark {
  readonly id: string;
  readonly type: string;
  readonly at: Instant;
  /** The account it changes. */
  readonly accountId?: string;
  /** The reward it calls a screening of, as a `reward.due` does. */
  readonly rewardId?: string;
}

/** Takes a place in the log for each. */
export function markEvents(tx: Transaction, marks: readonly Mark[]): void {
  const nothing = lines(marks.map(() => null));
  tx.send(INSERT, [
    marks.map(({ id }) => id),
    marks.map(({ type }) => type),
    marks.map(({ at }) => at),
    marks.map(({ accountId }) => accountId ?? null),
    marks.map(({ rewardId }) => rewardId ?? null),
    nothing,
    nothing,
    marks.map(() => true),
    marks.map(({ rewardId }) => rewardId !== undefined),
  ]);
}

/** The stored event; undefined once it was erased. It is believed: what the contract asks may grow, the past does not. */
export function storedEvent(
  id: string,
  { body, sealed }: EventContent,
  sealer: Sealer,
): DomainEvent | undefined {
  const text = sealed === null ? body : sealer.open(sealed, placeOf(id));
  return text === null ? undefined : asWritten(JSON.parse(text));
}

function callsForScreening(event: DomainEvent): boolean {
  return event.type === 'reward.due' || (event.type === 'order.updated' && isUndoing(event));
}

function placeOf(id: string): Place {
  return { table: 'events', id, column: 'sealed' };
}
