import { join } from 'node:path';
import { PGlite } from '@electric-sql/pglite';
import type { Database } from './database.ts';
import { lockFolder } from './folder-lock.ts';
import { pgDatabase } from './pg-database.ts';
import { pgliteDatabase } from './pglite-database.ts';
import { postgresPool, type PoolOptions } from './postgres-pool.ts';

/** Where a database is: on a server by its URL, else embedded in a folder, else in memory. */
export interface DatabasePlace extends Omit<PoolOptions, 'url'> {
  readonly databaseUrl?: string;
  /** Made when it does not exist. Absent: in memory, gone with the process. */
  readonly folder?: string;
}

/**
 * Opens a database, its tables as they were left: `migrate` brings them up to date. A folder is this process's alone.
 * What was acknowledged there survives a killed process; PGlite never calls fsync, so that a power cut may lose the last
 * of it.
 * @throws LedgerError `ledger_folder_in_use` when another process has the folder open.
 */
export async function openDatabase({
  databaseUrl: url,
  folder,
  ...options
}: DatabasePlace): Promise<Database> {
  if (url !== undefined) return pgDatabase(postgresPool({ ...options, url }));
  const unlock = folder === undefined ? () => {} : lockFolder(folder);
  try {
    const pglite = folder === undefined ? new PGlite() : new PGlite(join(folder, 'pglite'));
    await pglite.waitReady;
    const database = pgliteDatabase(pglite);
    const close = async () => {
      await database.close();
      unlock();
    };
    return { ...database, close };
  } catch (error) {
    unlock();
    throw error;
  }
}
