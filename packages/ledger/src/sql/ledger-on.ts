import type { ReviewedLedger } from '../reviewed-ledger.ts';
import type { Database } from './database.ts';
import { migrate } from './migrate.ts';
import { sqlLedger, type SqlLedgerOptions } from './sql-ledger.ts';

/** The ledger of a database, its tables brought up to date; a database that cannot be is closed. */
export async function ledgerOn(
  database: Database,
  options: SqlLedgerOptions,
): Promise<ReviewedLedger> {
  try {
    await migrate(database);
    return sqlLedger(database, options);
  } catch (error) {
    await database.close();
    throw error;
  }
}
