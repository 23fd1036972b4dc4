import {
  type Appended,
  compareEvents,
  type DomainEvent,
  eventJson,
  type Order,
  type Profile,
  type Referral,
  type Reward,
} from '@doubletake/scoring';
import { withoutPayment } from '../erasure.ts';
import type { LedgerOptions } from '../options.ts';
import type { Sealer } from '../seal/sealer.ts';
import type { Queryable, Transaction } from './database.ts';
import type { EntityKind } from './entity-kind.ts';
import { ACCOUNTS, ORDERS, REFERRALS, REWARDS } from './entity-kinds.ts';
import { eraseAccount } from './erase-account.ts';
import { contentOf, type Incoming, insertEvents } from './event-rows.ts';
import { type Folded, foldKind, put, refold } from './fold-kind.ts';
import { known, type Known } from './known.ts';
import { refreshMemberships } from './memberships.ts';
import { statement } from './statement.ts';
import { refreshTimers } from './timers.ts';

/** What writing to the ledger needs at hand. */
export interface Desk {
  readonly tx: Queryable;
  readonly sealer: Sealer;
  readonly options: LedgerOptions;
}

type KnownByKind = Awaited<ReturnType<typeof known>>;

/** What a batch did to every kind of entity. */
export interface Changes {
  readonly accounts: ReadonlyMap<string, Folded<Profile>>;
  readonly orders: ReadonlyMap<string, Folded<Order>>;
  readonly referrals: ReadonlyMap<string, Folded<Referral>>;
  readonly rewards: ReadonlyMap<string, Folded<Reward>>;
}

const LOCK = statement('lock-append');

/** Appends events and folds them, in one transaction that other appends wait for. */
export async function append(
  events: readonly DomainEvent[],
  desk: Desk & { readonly tx: Transaction },
): Promise<readonly Appended[]> {
  const answers: Appended[] = [];
  // INVARIANT: the lock is the first statement, so that what is read next is the end of the log.
  const locked = desk.tx.query(LOCK, []);
  for (const segment of untilErasure(events)) answers.push(...(await appendSegment(segment, desk)));
  await locked;
  return answers;
}

async function appendSegment(
  events: readonly DomainEvent[],
  desk: Desk,
): Promise<readonly Appended[]> {
  const before = await known(desk.tx, events);
  const answers = answer(events, before, desk.sealer);
  const fresh = events.filter((_, position) => answers[position]?.outcome === 'recorded');
  if (fresh.length === 0) return answers;
  const erased = before.get('erased');
  const incoming = fresh.map((event) => ({ event, kept: keep(event, erased) }));
  const inserted = insertEvents(desk.tx, desk.sealer, incoming);
  const changes = await foldIncoming(incoming, before, desk);
  await inserted;
  const last = fresh.at(-1);
  if (last?.type === 'account.erased') await eraseAccount(last.accountId, desk);
  await refreshMemberships({ changes, fresh, before }, desk);
  await refreshTimers(desk.tx, fresh);
  return answers;
}

function answer(
  events: readonly DomainEvent[],
  before: KnownByKind,
  sealer: Sealer,
): readonly Appended[] {
  const contents = new Map<string, string | undefined>();
  for (const [id, row] of before.get('event') ?? []) contents.set(id, contentOf(id, row, sealer));
  return events.map((event) => {
    const { id } = event;
    if (!contents.has(id)) {
      contents.set(id, keep(event, before.get('erased')) === event ? eventJson(event) : undefined);
      return { outcome: 'recorded', id };
    }
    const content = contents.get(id);
    const same = content === undefined || content === eventJson(event);
    return { outcome: same ? 'duplicate' : 'conflict', id };
  });
}

/** What may be kept of an event: an erased account stays erased. */
function keep(
  event: DomainEvent,
  erased: ReadonlyMap<string, unknown> | undefined,
): DomainEvent | undefined {
  if (event.type === 'account.observed' && erased?.has(event.accountId)) return undefined;
  if (event.type !== 'order.updated' || event.payment === undefined) return event;
  return erased?.has(event.accountId) ? withoutPayment(event) : event;
}

async function foldIncoming(
  incoming: readonly Incoming[],
  before: KnownByKind,
  desk: Desk,
): Promise<Changes> {
  const ordered = incoming.flatMap(({ kept }) => kept ?? []).toSorted(compareEvents);
  const on = async <Event extends DomainEvent, State>(kind: EntityKind<Event, State>) => {
    const rows: ReadonlyMap<string, Known> = before.get(kind.name) ?? new Map();
    const events = ordered.filter(kind.is);
    const folded = new Map(foldKind(kind, { events, known: rows, sealer: desk.sealer }));
    const late = [...folded.values()].flatMap((entity) => (entity.late ? entity.id : []));
    for (const [id, { after, span }] of await refold(kind, late, desk)) {
      const entity = folded.get(id);
      if (entity !== undefined) folded.set(id, { ...entity, after, span });
    }
    await put(kind, folded.values(), desk);
    return folded;
  };
  const [accounts, orders, referrals, rewards] = await Promise.all([
    on(ACCOUNTS),
    on(ORDERS),
    on(REFERRALS),
    on(REWARDS),
  ]);
  return { accounts, orders, referrals, rewards };
}

/** The events in runs that end with an erasure each: what comes after one meets an erased account. */
function* untilErasure(events: readonly DomainEvent[]): Generator<readonly DomainEvent[]> {
  let start = 0;
  for (const [position, { type }] of events.entries()) {
    if (type !== 'account.erased') continue;
    yield events.slice(start, position + 1);
    start = position + 1;
  }
  if (start < events.length) yield events.slice(start);
}
