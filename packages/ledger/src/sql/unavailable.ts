import { LedgerError } from '../errors.ts';

// No connection (08), no room (53: disk, memory, connections), a session or statement ended by the server, also for a
// process that stood still in the middle of a transaction (25P0), work undone again and again for that of others (40), a
// disk that fails, a server that only reads; everything else with a code is an answer.
const LOST = /^(08...|53...|57P0[1235]|57014|25P0[34]|40001|40P01|58030|25006|E[A-Z]+)$/;

/** Throws what a driver threw; as `ledger_unavailable` when it means that no answer came. */
export function unavailable(error: unknown): never {
  if (!(error instanceof Error) || !isLost(error)) throw error;
  throw new LedgerError(
    'ledger_unavailable',
    `the ledger's database does not answer (${error.message}); what was asked may or may not have been done, ask again`,
    { cause: error },
  );
}

// What `pg` throws without a code.
const CONNECTION =
  /connection terminated|connection timeout|query read timeout|timeout exceeded|not queryable/i;

/** Whether what a driver threw means that no answer came. */
export function isLost(error: unknown): boolean {
  if (error instanceof LedgerError || !(error instanceof Error)) return false;
  const code = 'code' in error ? error.code : undefined;
  return typeof code === 'string' ? LOST.test(code) : CONNECTION.test(error.message);
}
