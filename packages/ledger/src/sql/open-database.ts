import { join } from 'node:path';
import { PGlite } from '@electric-sql/pglite';
import { LedgerError } from '../errors.ts';
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
 * @throws LedgerError `ledger_folder_in_use` when another process has the folder open, `ledger_unavailable` when what is in
 * it does not open.
 */
export async function openDatabase({
  databaseUrl: url,
  folder,
  ...options
}: DatabasePlace): Promise<Database> {
  if (url !== undefined) return pgDatabase(postgresPool({ ...options, url }));
  if (folder !== undefined) return embedded(folder);
  const pglite = new PGlite();
  await pglite.waitReady;
  return pgliteDatabase(pglite);
}

// Started where a process was killed, it tells of its progress by a timer; where it fails, nobody would stop that, and the
// process would never end.
const NO_TIMER = ['-c', 'log_startup_progress_interval=0'];

/** Where an embedded database is, in the folder it was given. */
export const databaseFolder = (folder: string): string => join(folder, 'pglite');

async function embedded(folder: string): Promise<Database> {
  const unlock = await lockFolder(folder);
  try {
    const startParams = [...PGlite.defaultStartParams, ...NO_TIMER];
    const pglite = new PGlite(databaseFolder(folder), { startParams });
    await pglite.waitReady;
    const database = pgliteDatabase(pglite, `\`${folder}\``);
    const close = async () => database.close().finally(unlock);
    return { ...database, close };
  } catch (error) {
    unlock();
    const why = error instanceof Error ? error.message : String(error);
    throw new LedgerError(
      'ledger_unavailable',
      `the ledger's database in \`${folder}\` does not open (${why}): its disk is full, or its files are damaged`,
      { cause: error },
    );
  }
}
