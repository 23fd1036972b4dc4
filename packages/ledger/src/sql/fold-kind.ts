import type { DomainEvent } from '@doubletake/scoring';
import { accountsNamed, renamed } from '../merged-names.ts';
import { ifOpens } from '../seal/if-opens.ts';
import type { Sealer } from '../seal/sealer.ts';
import { textArray } from './binary-array.ts';
import type { Queryable, Transaction } from './database.ts';
import type { EntityKind } from './entity-kind.ts';
import { type EventContent, storedEvent } from './event-rows.ts';
import type { Known, Span } from './known.ts';
import { inParts } from './in-parts.ts';
import { mergedNames } from './merged-names.ts';
import { statement } from './statement.ts';

/** What a batch of events did to one entity. */
export interface Folded<State> {
  readonly id: string;
  readonly before: State | undefined;
  after: State | undefined;
  span: Span;
  /** An event came that belongs before one already folded, or what was folded does not open: it is folded anew. */
  late: boolean;
}

/** Folds events onto what is known of one kind's entities. */
export function foldKind<Event extends DomainEvent, State>(
  kind: EntityKind<Event, State>,
  {
    events,
    known,
    sealer,
  }: { events: readonly Event[]; known: ReadonlyMap<string, Known>; sealer: Sealer },
): ReadonlyMap<string, Folded<State>> {
  const folded = new Map<string, Folded<State>>();
  for (const event of events) {
    const id = kind.idOf(event);
    const entity = folded.get(id) ?? start(kind, { id, event, row: known.get(id) }, sealer);
    folded.set(id, entity);
    if (entity.late) continue;
    if (kind.order(entity.span.latest, event) > 0) entity.late = true;
    entity.after = kind.fold(entity.after, event);
    entity.span = { first: entity.span.first, latest: place(event) };
  }
  return folded;
}

function start<Event extends DomainEvent, State>(
  kind: EntityKind<Event, State>,
  { id, event, row }: { id: string; event: Event; row: Known | undefined },
  sealer: Sealer,
): Folded<State> {
  const span = row?.span ?? { first: event.id, latest: place(event) };
  const opened = ifOpens(() => ({ state: row === undefined ? undefined : kind.read(row, sealer) }));
  // What does not open any more is folded anew from what was recorded, and is whole again.
  return { id, before: opened?.state, after: opened?.state, span, late: opened === undefined };
}

const EVENTS_OF = statement('events-of');

/** Folds some entities of a kind anew from every event the ledger has of them. */
export async function refold<Event extends DomainEvent, State>(
  kind: EntityKind<Event, State>,
  ids: readonly string[],
  { tx, sealer }: { tx: Queryable; sealer: Sealer },
): Promise<ReadonlyMap<string, Folded<State>>> {
  if (ids.length === 0) return new Map();
  const accounts = kind.name === 'account';
  const rows = await tx.query<EventContent & { event_id: string }>(EVENTS_OF, [
    accounts ? ids : [],
    accounts ? [] : ids,
    kind.types,
  ]);
  const told = rows.flatMap((row) => storedEvent(row.event_id, row, sealer) ?? []);
  const nameOf = await mergedNames(tx, told.flatMap(accountsNamed));
  const events = told
    .map((event) => renamed(event, nameOf))
    .filter(kind.is)
    .toSorted(kind.order);
  return foldKind(kind, { events, known: new Map(), sealer });
}

/** Writes entities as they stand now, a part sealed while the one before is written. */
export function put<Event extends DomainEvent, State>(
  kind: EntityKind<Event, State>,
  entities: readonly Folded<State>[],
  { tx, sealer }: { tx: Transaction; sealer: Sealer },
): void {
  for (const part of inParts(entities)) {
    const ids = textArray(part.map(({ id }) => id));
    const spans = textArray(part.map(({ span }) => JSON.stringify(span)));
    tx.send(kind.put, [ids, ...kind.columns(part, sealer), spans]);
  }
}

function place({ id, type, at }: DomainEvent): Span['latest'] {
  return { id, type, at };
}
