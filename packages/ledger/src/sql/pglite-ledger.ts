import { join } from 'node:path';
import { PGlite } from '@electric-sql/pglite';
import { lockFolder } from './folder-lock.ts';
import type { ReviewedLedger } from '../reviewed-ledger.ts';
import { migrate } from './migrate.ts';
import { pgliteDatabase } from './pglite-database.ts';
import { sqlLedger, type SqlLedgerOptions } from './sql-ledger.ts';

/** An embedded ledger: nothing to install, data in one folder. */
export interface PGliteLedgerOptions extends SqlLedgerOptions {
  /** Made when it does not exist. Absent: in memory, gone with the process. */
  readonly folder?: string;
}

/**
 * Opens the ledger of a folder, for this process alone. What was acknowledged survives a killed process; PGlite never
 * calls fsync, so that a power cut may lose the last of it.
 * @throws LedgerError `ledger_folder_in_use` when another process has it open.
 */
export async function pgliteLedger({
  folder,
  ...options
}: PGliteLedgerOptions): Promise<ReviewedLedger> {
  const unlock = folder === undefined ? () => {} : lockFolder(folder);
  try {
    const pglite = folder === undefined ? new PGlite() : new PGlite(join(folder, 'pglite'));
    await pglite.waitReady;
    const database = pgliteDatabase(pglite);
    await migrate(database);
    const ledger = sqlLedger(database, options);
    const close = async () => {
      await ledger.close();
      unlock();
    };
    return { ...ledger, close };
  } catch (error) {
    unlock();
    throw error;
  }
}
