import type { DomainEvent, Instant } from '@doubletake/scoring';
import { isPersonal } from '../erasure.ts';
import { type NameOf, renamed } from '../merged-names.ts';
import { isUndoing } from '../owed.ts';
import type { Place, Sealer } from '../seal/sealer.ts';
import { touches } from '../touches.ts';
import { asWritten } from './as-written.ts';
import { byteaArray, textArray } from './binary-array.ts';
import type { Transaction } from './database.ts';
import { inParts } from './in-parts.ts';
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
  readonly text: string | undefined;
}

/** The event with what is kept of it. */
export function incoming(event: DomainEvent, kept: DomainEvent | undefined): Incoming {
  return { event, kept, text: kept && JSON.stringify(kept) };
}

/** What is kept of an event, sealed, when it is personal. */
export function sealedText({ kept, text }: Incoming, sealer: Sealer): Buffer | undefined {
  if (kept === undefined || text === undefined || !isPersonal(kept)) return undefined;
  return sealer.seal(text, placeOf(kept.id));
}

const INSERT = statement('insert-events');

/** Appends events, a part sealed while the one before is written; the caller holds the append lock. */
export function insertEvents(
  rows: readonly Incoming[],
  nameOf: NameOf,
  { tx, sealer }: { readonly tx: Transaction; readonly sealer: Sealer },
): void {
  for (const part of inParts(rows)) {
    const touched = part.map(({ event }) => touches(renamed(event, nameOf)));
    const sealed = part.map((row) => sealedText(row, sealer));
    tx.send(INSERT, [
      textArray(part.map(({ event }) => event.id)),
      textArray(part.map(({ event }) => event.type)),
      part.map(({ event }) => event.at),
      textArray(touched.map(({ accountId }) => accountId)),
      textArray(
        touched.map(({ orderId, referralId, rewardId }) => orderId ?? referralId ?? rewardId),
      ),
      textArray(part.map(({ text }, nth) => (sealed[nth] === undefined ? text : undefined))),
      byteaArray(sealed),
      part.map(({ event, kept }) => kept !== event),
      part.map(({ event }) => callsForScreening(event)),
    ]);
  }
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
  const nothing = marks.map(() => null);
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
