import type { ReviewedLedger } from '../reviewed-ledger.ts';
import { ledgerOn } from './ledger-on.ts';
import { openDatabase } from './open-database.ts';
import type { SqlLedgerOptions } from './sql-ledger.ts';

/** An embedded ledger: nothing to install, data in one folder. */
export interface PGliteLedgerOptions extends SqlLedgerOptions {
  /** Made when it does not exist. Absent: in memory, gone with the process. */
  readonly folder?: string;
}

/**
 * Opens the ledger of a folder, for this process alone, and brings its tables up to date.
 * @throws LedgerError `ledger_folder_in_use` when another process has it open.
 */
export async function pgliteLedger(options: PGliteLedgerOptions): Promise<ReviewedLedger> {
  const { folder } = options;
  return ledgerOn(await openDatabase(folder === undefined ? {} : { folder }), options);
}
