import { existsSync, mkdirSync } from 'node:fs';
import { dirname } from 'node:path';
import { LedgerError } from '../errors.ts';

/** What the system's commonest refusals of a folder mean, in words. */
const CAUSES: Readonly<Record<string, string>> = {
  EACCES: 'this user may not write there',
  EPERM: 'this user may not write there',
  ENOENT: 'no folder can be made there',
  ENOTDIR: 'part of the path is no folder',
  EROFS: 'the disk is read-only',
  ENOSPC: 'the disk is full',
};

/**
 * Makes a folder, and those it lies in, where they are missing. Node's own `recursive` never comes back from a file
 * system that makes no folders, such as `/proc`.
 * @throws LedgerError `ledger_folder_unusable`
 */
export function makeFolder(folder: string, mode?: number): void {
  usable(folder, () => make(folder, mode));
}

function make(folder: string, mode?: number): void {
  if (existsSync(folder)) return;
  const above = dirname(folder);
  if (above !== folder) make(above, mode);
  try {
    mkdirSync(folder, mode);
  } catch (error) {
    // Another process was faster.
    if (!existsSync(folder)) throw error;
  }
}

/**
 * Does something in a folder that data is kept in.
 * @throws LedgerError `ledger_folder_unusable` when the system refuses it; whatever else is thrown as it is.
 */
export function usable<Value>(folder: string, work: () => Value): Value {
  try {
    return work();
  } catch (error) {
    if (!(error instanceof Error && 'syscall' in error && 'code' in error)) throw error;
    const code = String(error.code);
    const why = CAUSES[code] ?? code;
    throw new LedgerError('ledger_folder_unusable', `\`${folder}\` can hold no data: ${why}`, {
      cause: error,
    });
  }
}
