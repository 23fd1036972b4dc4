import { LedgerError } from '../errors.ts';

/** Where a database is asked, and by whom; never with what. */
export interface Asked {
  readonly host: string;
  readonly role: string;
}

// Nobody lets us in: not this role, its password or this database.
const NOT_LET_IN = /^(28...|3D000)$/;

// Nobody there, nobody who has room or is ready, nobody whom to trust by their certificate: nothing was sent to them. The
// names of certificates' faults are those of OpenSSL's X509_V_ERR codes, as Node.js has them.
const NOT_REACHED =
  /^(53300|57P03|ECONNREFUSED|ENOTFOUND|ENOENT|EACCES|EPROTO|EAI_[A-Z]+|E(HOST|NET)(UNREACH|DOWN)|ERR_(SSL|TLS)_\w+|(CERT|CRL|UNABLE_TO|SELF_SIGNED|DEPTH_ZERO|ERROR_IN|HOSTNAME|INVALID|PATH_LENGTH)_\w+)$/;

// The same, as `pg` throws it without a code.
const NOT_CONNECTED =
  /connection timeout|timeout exceeded when trying to connect|not support SSL|SSL connection|^SASL: /i;

// What only a pooler says that hands out sessions by transaction: a parameter it does not pass on, a prepared statement that is
// another's.
const POOLED = /^(08P01|42P05|26000)$/;

// No connection (08), no room (53: disk, memory, connections), a session or statement ended by the server, also for a
// process that stood still in the middle of a transaction (25P0), a lock that was not to be had in the time a role is given
// (55P03), work undone again and again for that of others (40), a disk that fails, a server that only reads; everything else
// with a code is an answer.
const LOST = /^(08...|53...|57P0[1235]|57014|25P0[34]|55P03|40001|40P01|58030|25006|E[A-Z]+)$/;

// What `pg` throws without a code.
const CUT = /connection terminated|query read timeout|timeout exceeded|not queryable/i;

/** Throws what a driver threw; as `ledger_unavailable` when it means that no answer came, or that none was to be had. */
export function unavailable(error: unknown, { host, role }: Asked): never {
  const failure = failureOf(error);
  if (failure === undefined || !(error instanceof Error)) throw error;
  const why = error.message === '' ? (codeOf(error) ?? error.name) : error.message;
  const told = {
    barred: `lets \`${role}\` not in (${why})`,
    unreached: `cannot be reached (${why})`,
    pooled: `is behind a pooler that hands out its sessions by transaction, and needs one by session (${why})`,
    lost: `does not answer (${why}); what was asked may or may not have been done, ask again`,
  };
  throw new LedgerError('ledger_unavailable', `the ledger's database at ${host} ${told[failure]}`, {
    cause: error,
  });
}

/** Whether what a driver threw means that no answer came. */
export const isLost = (error: unknown): boolean => failureOf(error) !== undefined;

/** How a database failed to answer; undefined when it did answer, or was not asked. */
function failureOf(error: unknown): 'barred' | 'unreached' | 'pooled' | 'lost' | undefined {
  if (error instanceof LedgerError || !(error instanceof Error)) return undefined;
  const code = codeOf(error);
  if (code === undefined) {
    if (NOT_CONNECTED.test(error.message)) return 'unreached';
    return CUT.test(error.message) ? 'lost' : undefined;
  }
  if (NOT_LET_IN.test(code)) return 'barred';
  if (NOT_REACHED.test(code)) return 'unreached';
  if (POOLED.test(code)) return 'pooled';
  if (LOST.test(code)) return 'lost';
  // Where the server refuses one statement the session goes on; this ends it, mostly before it began.
  return 'severity' in error && error.severity === 'FATAL' ? 'barred' : undefined;
}

const codeOf = (error: Error): string | undefined =>
  'code' in error && typeof error.code === 'string' ? error.code : undefined;
