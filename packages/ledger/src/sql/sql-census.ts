import type { Census, Referral } from '@doubletake/scoring';
import type { Sealer } from '../seal/sealer.ts';
import { byteaArray } from './binary-array.ts';
import type { Queryable } from './database.ts';
import { readProfile } from './open-profile.ts';
import { accountStates, type AccountRow } from './read-changes.ts';
import { statement } from './statement.ts';

const NAME = statement('census/name');
const EXTENT = statement('census/extent');
const ACCOUNTS = statement('census/accounts');
/** Accounts whose kept tokens go in one statement. */
const FORGOTTEN_AT_ONCE = 1000;

const KEEP = statement('census/keep');
const FORGET = statement('census/forget-kept');
const GONE = statement('census/gone');
const REFERRALS = statement('census/referrals');

/** All accounts and referrals of a database, page by page. */
export function sqlCensus(db: Queryable, sealer: Sealer): Census {
  return {
    name: async () => {
      const [row] = await db.query<{ name: string }>(NAME, []);
      if (row === undefined) throw new Error('the ledger lost its name');
      return row.name;
    },
    extent: async () => {
      const [row] = await db.query<Record<'end' | 'accounts', string | number>>(EXTENT, []);
      return { end: Number(row?.end ?? 0), accounts: Number(row?.accounts ?? 0) };
    },
    accounts: async (limit, after = '', readAs) => {
      const rows = await db.query<AccountRow>(ACCOUNTS, [after, limit, readAs ?? null]);
      const next = rows.length === limit ? rows.at(-1)?.id : undefined;
      return {
        ...accountStates(rows, sealer, readProfile),
        ...(next === undefined ? {} : { next }),
      };
    },
    keep: async (readAs, kept) => {
      if (kept.length === 0) return;
      const stamps = byteaArray(kept.map(({ stamp }) => stamp));
      const tokens = byteaArray(kept.map((row) => row.tokens));
      await db.query(KEEP, [readAs, kept.map(({ accountId }) => accountId), stamps, tokens]);
    },
    forgetKept: async (readAs) => {
      // Page by page: whoever keeps meanwhile waits for one, and no statement takes long.
      for (let after: string | undefined = ''; after !== undefined;) {
        const page: readonly { readonly last: string }[] = await db.query(FORGET, [
          readAs ?? null,
          after,
          FORGOTTEN_AT_ONCE,
        ]);
        after = page[0]?.last;
      }
    },
    gone: async (accountIds) =>
      (await db.query<{ id: string }>(GONE, [accountIds])).map(({ id }) => id),
    referrals: async (limit, after = 0) => {
      type Row = { readonly number: string | number; readonly state: Referral | null };
      const rows = await db.query<Row>(REFERRALS, [after, limit]);
      const last = rows.length === limit ? rows.at(-1) : undefined;
      return {
        referrals: rows.flatMap(({ state }) => state ?? []),
        ...(last === undefined ? {} : { next: Number(last.number) }),
      };
    },
  };
}
