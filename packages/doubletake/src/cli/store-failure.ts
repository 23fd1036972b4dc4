import { ConsoleError } from '@doubletake/console';
import { GraphError } from '@doubletake/graph';
import { LedgerError } from '@doubletake/ledger';
import { SettingsError } from '../settings-error.ts';
import { EXIT, type ExitCode } from './exit-code.ts';

/** What a store or the set-up refused with, as the shell is told; undefined for anything else, which is a bug. */
export interface StoreFailure {
  readonly code: string;
  readonly message: string;
  readonly exitCode: ExitCode;
}

/** Reads an error that a command let through. */
export function storeFailureOf(error: unknown): StoreFailure | undefined {
  if (error instanceof SettingsError || error instanceof ConsoleError)
    return { code: error.code, message: error.message, exitCode: EXIT.usage };
  if (!(error instanceof LedgerError || error instanceof GraphError)) return undefined;
  const { code, message } = error;
  // Tried again, it would be refused again.
  return { code, message, exitCode: code === 'graph_bad_option' ? EXIT.usage : EXIT.unreachable };
}
