import { type Appended, compareEvents, type DomainEvent, eventJson } from '@doubletake/scoring';
import { untilErasure } from '../until-erasure.ts';
import { movedSides, type RewardChange } from '../claim-holder.ts';
import type { FirstTold, ReferralChange } from '../corrected.ts';
import { withoutPayment } from '../erasure.ts';
import { renamed } from '../merged-names.ts';
import type { Sealer } from '../seal/sealer.ts';
import type { AppendContext, Changes } from './append-context.ts';
import type { Transaction } from './database.ts';
import type { EntityKind } from './entity-kind.ts';
import { ACCOUNTS, ORDERS, REFERRALS, REWARDS } from './entity-kinds.ts';
import { eraseAccount } from './erase-account.ts';
import { type Incoming, incoming, insertEvents, storedEvent } from './event-rows.ts';
import { firstTold } from './first-told.ts';
import { foldKind, put, refold, type Folded } from './fold-kind.ts';
import { known, type Known } from './known.ts';
import { lockTold } from './lock-told.ts';
import { refreshMemberships } from './memberships.ts';
import { recallCorrected } from './recall-corrected.ts';
import { statement } from './statement.ts';
import { refreshTimers } from './timers.ts';

type KnownByKind = Awaited<ReturnType<typeof known>>;

const LOCK = statement('lock-append');

/** Appends events and folds them, in one transaction that other appends wait for. */
export async function append(
  events: readonly DomainEvent[],
  context: AppendContext,
): Promise<readonly Appended[]> {
  // INVARIANT: the lock is the first statement, so that what is read next is the end of the log.
  context.tx.send(LOCK, []);
  const answers: Appended[] = [];
  const rewards = new Map<string, RewardChange>();
  const referrals = new Map<string, ReferralChange>();
  const accounts = new Set<string>();
  const orders = new Set<string>();
  for (const run of untilErasure(events)) {
    const { answered, changes, first, erased } = await appendRun(run, context);
    answers.push(...answered);
    gather(rewards, changes?.rewards);
    gather(referrals, changes?.referrals);
    for (const id of first?.accounts ?? []) accounts.add(id);
    for (const id of first?.orders ?? []) orders.add(id);
    if (erased !== undefined) accounts.delete(erased);
  }
  const last = events.findLast((_, nth) => answers[nth]?.outcome === 'recorded');
  const first = { accounts: [...accounts], orders: [...orders] };
  if (last !== undefined) recallCorrected(context.tx, { rewards, referrals, first }, last);
  // INVARIANT: after the last lock on a reward was taken.
  restateClaims(context.tx, [...rewards.values()]);
  return answers;
}

/** Adds what a run of events did to entities to what those before it did. */
function gather<State>(
  so: Map<string, { before: State | undefined; after: State | undefined }>,
  changes: ReadonlyMap<string, Folded<State>> | undefined,
): void {
  for (const [id, { before, after }] of changes ?? [])
    so.set(id, { before: so.has(id) ? so.get(id)?.before : before, after });
}

const RESTATE = statement('restate-claims');

function restateClaims(tx: Transaction, rewards: readonly RewardChange[]): void {
  const sides = movedSides(rewards);
  if (sides.length === 0) return;
  tx.send(RESTATE, [sides.map(({ orderId }) => orderId), sides.map(({ side }) => side)]);
}

interface Run {
  readonly answered: readonly Appended[];
  /** Undefined when all of it was known. */
  readonly changes?: Changes;
  readonly first?: FirstTold;
  readonly erased?: string;
}

async function appendRun(events: readonly DomainEvent[], context: AppendContext): Promise<Run> {
  const asked = known(context.tx, events);
  // The database looks while we write them out: hardly ever is an event known already, or its account erased.
  const likely = events.map((event) => incoming(event, event));
  const before = await asked;
  const nameOf = (id: string): string => before.get('merged')?.get(id)?.body ?? id;
  const isErased = (id: string): boolean => before.get('erased')?.has(nameOf(id)) === true;
  const rows = likely.map((row) => forErased(row, isErased));
  const answers = answer(rows, before, context.sealer);
  const fresh = rows.filter((_, position) => answers[position]?.outcome === 'recorded');
  if (fresh.length === 0) return { answered: answers };
  const recorded = fresh.map(({ event }) => renamed(event, nameOf));
  const first = firstTold(recorded, before);
  lockTold(context.tx, recorded, first);
  insertEvents(fresh, nameOf, context);
  const kept = fresh.flatMap((row) => (row.kept ? renamed(row.kept, nameOf) : []));
  const fold = folding(kept, before, context);
  const [orders, referrals, rewards] = [
    await fold(ORDERS),
    await fold(REFERRALS),
    await fold(REWARDS),
  ];
  refreshTimers(context.tx, recorded);
  // Last: the database does all the rest while profiles are folded and sealed, which takes longest.
  const changes = { accounts: await fold(ACCOUNTS), orders, referrals, rewards };
  const last = recorded.at(-1);
  const erased = last?.type === 'account.erased' ? last.accountId : undefined;
  if (erased !== undefined) await eraseAccount(erased, context);
  refreshMemberships({ changes, fresh: recorded, before }, context);
  return { answered: answers, changes, first, ...(erased === undefined ? {} : { erased }) };
}

function answer(
  rows: readonly Incoming[],
  before: KnownByKind,
  sealer: Sealer,
): readonly Appended[] {
  // Null: known, but nothing is left to compare with.
  const contents = new Map<string, DomainEvent | null>();
  for (const [id, row] of before.get('event') ?? [])
    contents.set(id, storedEvent(id, row, sealer) ?? null);
  return rows.map(({ event, kept }) => {
    const { id } = event;
    const content = contents.get(id);
    if (content === undefined) {
      contents.set(id, kept === event ? event : null);
      return { outcome: 'recorded', id };
    }
    const same = content === null || eventJson(content) === eventJson(event);
    return { outcome: same ? 'duplicate' : 'conflict', id };
  });
}

/** An erased account stays erased: nothing personal is kept of what is told of it later. */
function forErased(row: Incoming, isErased: (accountId: string) => boolean): Incoming {
  const { event } = row;
  if (event.type === 'account.observed' && isErased(event.accountId))
    return incoming(event, undefined);
  if (event.type !== 'order.updated' || event.payment === undefined) return row;
  return isErased(event.accountId) ? incoming(event, withoutPayment(event)) : row;
}

/** Folds what is told of a kind, and writes what comes of it. */
function folding(kept: readonly DomainEvent[], before: KnownByKind, context: AppendContext) {
  const ordered = kept.toSorted(compareEvents);
  return async <Event extends DomainEvent, State>(kind: EntityKind<Event, State>) => {
    const rows: ReadonlyMap<string, Known> = before.get(kind.name) ?? new Map();
    const events = ordered.filter(kind.is);
    const folded = new Map(foldKind(kind, { events, known: rows, sealer: context.sealer }));
    const late = [...folded.values()].flatMap((entity) => (entity.late ? entity.id : []));
    for (const [id, { after, span }] of await refold(kind, late, context)) {
      const entity = folded.get(id);
      if (entity !== undefined) folded.set(id, { ...entity, after, span });
    }
    put(kind, [...folded.values()], context);
    return folded;
  };
}
