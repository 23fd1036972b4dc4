/** Code of an error a store gave; anything else is a bug and is thrown again. */
export function storeFailure(error: unknown): string {
  if (error instanceof Error && 'code' in error && typeof error.code === 'string') {
    const { code } = error;
    if (STORE_FAILURES.has(code)) return code;
  }
  throw error;
}

const STORE_FAILURES: ReadonlySet<string> = new Set([
  'ledger_unavailable',
  'graph_unavailable',
  'graph_timeout',
  'graph_full',
  'graph_emptied',
  'graph_contended',
  'graph_behind',
]);
