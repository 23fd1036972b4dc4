import type { AuditEntry, AuditRecord, AuditTrail } from '@doubletake/scoring';
import {
  BEGINNING,
  type ChainEnd,
  type ChainLink,
  linked,
  recordOf,
  signedHead,
} from '../audit/chain.ts';
import { chainKeys, type AuditKeys } from '../audit/chain-keys.ts';
import { checkedEntry } from '../audit/check-entry.ts';
import { verifyChain } from '../audit/verify-chain.ts';
import type { Database, Queryable, Transaction } from './database.ts';
import { Values } from './desk/clauses.ts';
import { statement } from './statement.ts';

const LOCK = statement('audit/lock');
const END = statement('audit/end');
const ADD = statement('audit/add');
const AFTER = statement('audit/after');
const EVER_USED = statement('audit/ever-used');

/** Entries verified per request. */
const STRIDE = 1000;

/** A trail that can also be added to in a transaction that does more. */
export interface SqlAuditTrail extends AuditTrail {
  /** The audit lock is held until the transaction ends: take every other lock before. */
  readonly add: (tx: Transaction, entry: AuditEntry) => Promise<AuditRecord>;
}

/** The chain in a migrated database. */
export function sqlAuditTrail(db: Database, given: Uint8Array | AuditKeys): SqlAuditTrail {
  const keys = chainKeys(given);
  const add: SqlAuditTrail['add'] = async (tx, entry) => {
    checkedEntry(entry);
    tx.send(LOCK, []);
    // INVARIANT: the end is read after the lock, so that nothing is added between it and this.
    const link = linked(keys, await end(tx), entry);
    const { seq, at, actor, action, subject, details, hash } = link;
    tx.send(ADD, [seq, at, actor, action, subject, details, hash]);
    return recordOf(link);
  };
  return {
    add,
    append: (entry) => db.transaction((tx) => add(tx, entry)),
    entries: async ({ before, limit = 50, ...filter }) => {
      const values = new Values();
      const wheres = [
        ...COLUMNS.flatMap((column) => {
          const wanted = filter[column];
          return wanted === undefined ? [] : `${column} = ${values.add(wanted)}`;
        }),
        ...(before === undefined ? [] : [`seq < ${values.add(before, 'bigint')}`]),
      ];
      const text = `select seq, at, actor, action, subject, details, hash from audit_entries
        ${wheres.length === 0 ? '' : `where ${wheres.join(' and ')}`}
        order by seq desc limit ${values.add(limit, 'integer')}`;
      const rows = await db.query<Row<ChainLink>>({ name: '', text }, values.list);
      return rows.map((row) => recordOf(numbered(row)));
    },
    head: async (at) => signedHead(keys, await end(db), at),
    verify: (head) =>
      verifyChain(
        keys,
        {
          read: async (after) =>
            (await db.query<Row<ChainLink>>(AFTER, [after ?? null, STRIDE])).map(numbered),
          everUsed: async (kid) => {
            const [row] = await db.query<{ used: boolean }>(EVER_USED, [kid]);
            return row?.used === true;
          },
        },
        head,
      ),
  };
}

const COLUMNS = ['actor', 'action', 'subject'] as const;

/** Large numbers come as texts from some drivers. */
type Row<Link> = {
  readonly [Key in keyof Link]: Link[Key] extends number ? number | string : Link[Key];
};

async function end(on: Queryable): Promise<ChainEnd> {
  const [row] = await on.query<Row<ChainEnd>>(END, []);
  return row === undefined ? BEGINNING : { ...row, seq: Number(row.seq) };
}

function numbered(row: Row<ChainLink>): ChainLink {
  return { ...row, seq: Number(row.seq), at: Number(row.at) };
}
