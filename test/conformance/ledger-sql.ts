import { migrate, sqlLedger, type Database, type LedgerOptions } from '@doubletake/ledger';
import type { Ledger } from '@doubletake/scoring';
import { KEYS } from './ledger-values.ts';

// Rows, not files: on tables this small emptying them by `truncate` takes a hundred times as long.
const TABLES =
  'events accounts orders referrals rewards allowances memberships population_days decisions claims timers';
const EMPTY = TABLES.split(' ')
  .map((table) => `delete from ${table};`)
  .join('');

/** Gives the ledger of one database over and over, emptied. */
export function emptied(open: () => Database): (options?: LedgerOptions) => Promise<Ledger> {
  return async (options = {}) => {
    const database = open();
    await migrate(database);
    await database.transaction((tx) => tx.script(EMPTY));
    return sqlLedger(database, { ...options, keys: KEYS });
  };
}
