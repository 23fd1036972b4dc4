import { LedgerError } from '@doubletake/ledger';

/** Whether the ledger was asked from a place in its log that it does not have. */
export const isElsewhere = (error: unknown): boolean =>
  error instanceof LedgerError && error.code === 'ledger_place_unknown';
