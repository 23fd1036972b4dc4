export { LEDGER_ERROR_CODES, LedgerError, type LedgerErrorCode } from './errors.ts';
export { memoryLedger } from './memory/memory-ledger.ts';
export type { LedgerOptions } from './options.ts';
