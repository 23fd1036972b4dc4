import type {
  AccountHistory,
  AccountObserved,
  AccountRecord,
  AccountRecords,
  Order,
  OrderUpdated,
  Referral,
  Reward,
  ToldPage,
} from '@doubletake/scoring';
import { erasedBy } from '../erasure.ts';
import { renamed } from '../merged-names.ts';
import type { LedgerOptions } from '../options.ts';
import { present } from '../present.ts';
import { ifOpens } from '../seal/if-opens.ts';
import type { Sealer } from '../seal/sealer.ts';
import { append } from './append.ts';
import { asWritten } from './as-written.ts';
import type { Database, Queryable } from './database.ts';
import { openOrder } from './entity-kinds.ts';
import { openProfile } from './open-profile.ts';
import { type EventContent, storedEvent } from './event-rows.ts';
import { mergeAccounts } from './merge-accounts.ts';
import { mergedNames } from './merged-names.ts';
import type { SqlAuditTrail } from './sql-audit-trail.ts';
import { statement } from './statement.ts';

interface Row {
  readonly kind: 'account' | 'merged' | 'order' | 'referral' | 'reward';
  readonly id: string;
  readonly state: unknown;
  readonly sealed: Uint8Array | null;
}

const LOCK = statement('lock-append');
const STANDING = statement('records/standing');
const RECORD = statement('records/record');
const TOLD = statement('records/told');
const OBSERVED = statement('records/observed');

interface Kept {
  readonly sealer: Sealer;
  readonly options: LedgerOptions;
  readonly audit: SqlAuditTrail;
}

/** What a database keeps of single accounts. */
export function sqlAccountRecords(db: Database, { sealer, options, audit }: Kept): AccountRecords {
  return {
    account: async (told) => {
      const accountId = (await mergedNames(db, [told]))(told);
      const [standing] = await db.query<{ known: boolean }>(STANDING, [[accountId]]);
      return standing?.known === true ? accountRecord(db, accountId, sealer) : undefined;
    },
    told: (...page) => toldPage(db, sealer, page),
    history: (told) => historyOf(db, told, sealer),
    erase: (event, entry) =>
      db.transaction(async (tx) => {
        // INVARIANT: what is read is what the append then lets go of, since nobody else appends meanwhile.
        await tx.query(LOCK, []);
        const history = await historyOf(tx, event.accountId, sealer);
        const appended = await append([event], { tx, sealer, options });
        if (entry !== undefined) await audit.add(tx, entry);
        return erasedBy(appended, history);
      }),
    merge: (merge, at, entry) =>
      db.transaction(async (tx) => {
        const merged = await mergeAccounts(merge, at, { tx, sealer, options });
        if (merged.outcome === 'merged' && entry !== undefined) await audit.add(tx, entry);
        return merged;
      }),
  };
}

async function historyOf(db: Queryable, told: string, sealer: Sealer): Promise<AccountHistory> {
  const accountId = (await mergedNames(db, [told]))(told);
  const [standing] = await db.query<{ erased: boolean }>(STANDING, [[accountId]]);
  const unreadable: string[] = [];
  const histories = await observedOf(db, [accountId], {
    sealer,
    onUnreadable: (id) => unreadable.push(id),
  });
  return {
    accountId,
    erased: standing?.erased === true,
    observed: histories.get(accountId) ?? [],
    ...(unreadable.length === 0 ? {} : { unreadable }),
  };
}

async function accountRecord(
  db: Queryable,
  accountId: string,
  sealer: Sealer,
): Promise<AccountRecord> {
  const rows = await db.query<Row>(RECORD, [accountId]);
  const of = (kind: Row['kind']): readonly Row[] => rows.filter((row) => row.kind === kind);
  const [account] = of('account');
  return present({
    accountId,
    merged: of('merged')
      .map(({ id }) => id)
      .toSorted(),
    erased: account?.state === true,
    profile: account?.sealed ? openProfile(accountId, account.sealed, sealer) : undefined,
    referrals: of('referral').map(({ state }) => asWritten<Referral>(state)),
    orders: of('order').map(({ id, state, sealed }): Order =>
      openOrder(id, { state, payment: sealed }, sealer),
    ),
    rewards: of('reward').map(({ state }) => asWritten<Reward>(state)),
  });
}

async function toldPage(
  db: Queryable,
  sealer: Sealer,
  [named, limit, after = 0]: Parameters<AccountRecords['told']>,
): Promise<ToldPage> {
  type Stored = EventContent & { readonly event_id: string; readonly seq: string | number };
  const accountId = (await mergedNames(db, [named]))(named);
  const rows = await db.query<Stored>(TOLD, [accountId, after, limit]);
  const told: (AccountObserved | OrderUpdated)[] = [];
  const unreadable: string[] = [];
  for (const row of rows) {
    const event = ifOpens(() => storedEvent(row.event_id, row, sealer));
    if (event === undefined) unreadable.push(row.event_id);
    if (event?.type === 'account.observed' || event?.type === 'order.updated')
      told.push({ ...event, accountId });
  }
  const last = rows.length === limit ? rows.at(-1) : undefined;
  return present({
    told,
    unreadable: unreadable.length === 0 ? undefined : unreadable,
    next: last && Number(last.seq),
  });
}

interface Reading {
  readonly sealer: Sealer;
  /** Told the id of an event that does not open, and whose it is. */
  readonly onUnreadable?: (eventId: string, accountId: string) => void;
}

/**
 * What is kept of what was observed of some accounts, in the order it was recorded, under the names they have now. An event
 * that does not open is told where somebody hears it, and is otherwise an error.
 */
export async function observedOf(
  tx: Queryable,
  accountIds: readonly string[],
  { sealer, onUnreadable }: Reading,
): Promise<ReadonlyMap<string, readonly AccountObserved[]>> {
  type Stored = EventContent & { readonly event_id: string; readonly account_id: string };
  const rows = await tx.query<Stored>(OBSERVED, [accountIds]);
  const observed = new Map<string, AccountObserved[]>();
  for (const row of rows) {
    const read = () => storedEvent(row.event_id, row, sealer) ?? 'erased';
    const event = onUnreadable === undefined ? read() : ifOpens(read);
    if (event === undefined) onUnreadable?.(row.event_id, row.account_id);
    if (event === undefined || event === 'erased') continue;
    if (event.type !== 'account.observed') continue;
    const named = renamed(event, () => row.account_id);
    observed.set(row.account_id, [...(observed.get(row.account_id) ?? []), named]);
  }
  return observed;
}
