import { LedgerError, type LedgerErrorCode } from '../errors.ts';

const SHUT: ReadonlySet<LedgerErrorCode> = new Set(['ledger_seal_broken', 'ledger_key_missing']);

/** What reading gives; undefined when something in it does not open: it was changed, or sealed with a key nobody has. */
export function ifOpens<Read>(read: () => Read): Read | undefined {
  try {
    return read();
  } catch (error) {
    if (error instanceof LedgerError && SHUT.has(error.code)) return undefined;
    throw error;
  }
}
