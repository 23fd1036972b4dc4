import pg from 'pg';
import type { ReviewedLedger } from '../reviewed-ledger.ts';
import { migrate } from './migrate.ts';
import { pgDatabase } from './pg-database.ts';
import { sqlLedger, type SqlLedgerOptions } from './sql-ledger.ts';

/** A ledger in PostgreSQL 15 or later. */
export interface PostgresLedgerOptions extends SqlLedgerOptions {
  /** `postgres://user:password@host:5432/database`. */
  readonly url: string;
  /** Connections this process may hold. @defaultValue 10 */
  readonly connections?: number;
  /** How long a connection, a statement or an answer may take, in milliseconds. @defaultValue 10000 */
  readonly timeout?: number;
}

/**
 * Opens the ledger of a database and brings its tables up to date.
 * @throws LedgerError `ledger_unavailable` when the server does not answer.
 */
export async function postgresLedger(options: PostgresLedgerOptions): Promise<ReviewedLedger> {
  const database = pgDatabase(postgresPool(options));
  try {
    await migrate(database);
    return sqlLedger(database, options);
  } catch (error) {
    await database.close();
    throw error;
  }
}

/** The pool behind a PostgreSQL ledger. */
export function postgresPool({
  url,
  connections = 10,
  timeout = 10_000,
}: Pick<PostgresLedgerOptions, 'url' | 'connections' | 'timeout'>): pg.Pool {
  const pool = new pg.Pool({
    connectionString: url,
    max: connections,
    connectionTimeoutMillis: timeout,
    query_timeout: timeout,
    statement_timeout: timeout,
    idle_in_transaction_session_timeout: timeout,
    application_name: 'doubletake',
    pipeline: true,
  });
  // An idle connection that breaks is replaced when it is next needed; unheard, its error would end the process.
  pool.on('error', () => {});
  return pool;
}
