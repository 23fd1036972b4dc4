import type { DomainEvent, Placed } from '@doubletake/scoring';
import { accountsNamed } from '../merged-names.ts';
import { type Touches, touches } from '../touches.ts';
import { textArray } from './binary-array.ts';
import type { Queryable } from './database.ts';
import { statement } from './statement.ts';

/** First and last event of an entity in fold order. */
export interface Span {
  readonly first: string;
  readonly latest: Placed;
}

/** A row of what is known already: an event, or an entity. */
export interface Known {
  readonly kind:
    'event' | 'erased' | 'merged' | 'judged' | 'account' | 'order' | 'referral' | 'reward';
  readonly id: string;
  /** What an event says; of a merged account, the one it is now part of. */
  readonly body: string | null;
  readonly sealed: Uint8Array | null;
  readonly state: unknown;
  readonly span: Span | null;
}

const KNOWN = statement('known');

/** What the ledger knows of some events and of everything they touch, by kind and id. */
export async function known(
  tx: Queryable,
  events: readonly DomainEvent[],
): Promise<ReadonlyMap<Known['kind'], ReadonlyMap<string, Known>>> {
  const touched = events.map(touches);
  const ids = (key: keyof Touches) => distinct(touched.flatMap((each) => each[key] ?? []));
  const observed = events.flatMap((each) =>
    each.type === 'account.observed' ? each.accountId : [],
  );
  const rows = await tx.query<Known>(KNOWN, [
    textArray(events.map(({ id }) => id)),
    distinct(observed),
    ids('orderId'),
    ids('referralId'),
    ids('rewardId'),
    ids('accountId'),
    distinct(events.flatMap(accountsNamed)),
  ]);
  const byKind = new Map<Known['kind'], Map<string, Known>>();
  for (const row of rows) {
    const ofKind = byKind.get(row.kind) ?? new Map<string, Known>();
    byKind.set(row.kind, ofKind.set(row.id, row));
  }
  return byKind;
}

const distinct = (ids: readonly string[]): Buffer => textArray([...new Set(ids)]);
