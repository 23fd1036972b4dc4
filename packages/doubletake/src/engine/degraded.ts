import { GraphError } from '@doubletake/graph';
import { LedgerError } from '@doubletake/ledger';

/**
 * Code of an error a store gave: of a graph that failed in whatever way, for it can be asked again later, and of a ledger
 * that did not answer. Anything else, what we asked wrongly among it, is a bug or a set-up that cannot work and is thrown
 * again.
 */
export function storeFailure(error: unknown): string {
  if (error instanceof GraphError && !error.code.startsWith('graph_bad_')) return error.code;
  if (error instanceof LedgerError && error.code === 'ledger_unavailable') return error.code;
  throw error;
}
