import type { ReviewedLedger } from './reviewed-ledger.ts';
import { ledgerOn } from './sql/ledger-on.ts';
import { openDatabase, type DatabasePlace } from './sql/open-database.ts';
import type { SqlLedgerOptions } from './sql/sql-ledger.ts';

/** Where a ledger is: a database by its URL, else an embedded one in a folder, else one in memory. */
export type OpenLedgerOptions = SqlLedgerOptions & DatabasePlace;

/** Opens the ledger the options name, its tables up to date. */
export async function openLedger(options: OpenLedgerOptions): Promise<ReviewedLedger> {
  return ledgerOn(await openDatabase(options), options);
}
