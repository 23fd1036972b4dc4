import type { AccountDirectory } from '@doubletake/scoring';
import type { Database } from './database.ts';
import { statement } from './statement.ts';

const ENTER = statement('accounts/enter');
const LEAVE = statement('accounts/leave');
const BEHIND = statement('accounts/behind');

/** Which account is behind a reference of the graph, in a table. */
export function sqlAccountDirectory(db: Database): AccountDirectory {
  return {
    enter: async (entries) => {
      if (entries.length === 0) return;
      const refs = entries.map(({ account }) => account);
      await db.query(ENTER, [refs, entries.map(({ accountId }) => accountId)]);
    },
    leave: async (accountIds) => {
      if (accountIds.length > 0) await db.query(LEAVE, [accountIds]);
    },
    find: async (accounts) => {
      if (accounts.length === 0) return new Map();
      const rows = await db.query<{ account_ref: string; account_id: string }>(BEHIND, [accounts]);
      return new Map(rows.map(({ account_ref, account_id }) => [account_ref, account_id]));
    },
  };
}
