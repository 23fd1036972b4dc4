import type { ReviewedLedger } from '../reviewed-ledger.ts';
import { ledgerOn } from './ledger-on.ts';
import { openDatabase } from './open-database.ts';
import type { PoolOptions } from './postgres-pool.ts';
import type { SqlLedgerOptions } from './sql-ledger.ts';

/** A ledger in PostgreSQL 15 or later. */
export type PostgresLedgerOptions = SqlLedgerOptions & PoolOptions;

/**
 * Opens the ledger of a database and brings its tables up to date.
 * @throws LedgerError `ledger_unavailable` when the server does not answer.
 */
export async function postgresLedger({
  url,
  ...options
}: PostgresLedgerOptions): Promise<ReviewedLedger> {
  return ledgerOn(await openDatabase({ ...options, databaseUrl: url }), options);
}
