import type { ReviewedLedger } from './reviewed-ledger.ts';
import { pgliteLedger, type PGliteLedgerOptions } from './sql/pglite-ledger.ts';
import { postgresLedger, type PostgresLedgerOptions } from './sql/postgres-ledger.ts';

/** Where a ledger is: a database by its URL, else an embedded one in a folder, else one in memory. */
export type OpenLedgerOptions = PGliteLedgerOptions &
  Omit<PostgresLedgerOptions, 'url'> & { readonly databaseUrl?: string };

/** Opens the ledger the options name, its tables up to date. */
export function openLedger({
  databaseUrl,
  ...options
}: OpenLedgerOptions): Promise<ReviewedLedger> {
  return databaseUrl === undefined
    ? pgliteLedger(options)
    : postgresLedger({ ...options, url: databaseUrl });
}
