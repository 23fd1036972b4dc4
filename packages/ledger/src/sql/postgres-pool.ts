import pg from 'pg';

/** How PostgreSQL 15 or later is reached. */
export interface PoolOptions {
  /** `postgres://user:password@host:5432/database`. */
  readonly url: string;
  /** Connections this process may hold. @defaultValue 10 */
  readonly connections?: number;
  /**
   * How long a connection, a statement or an answer may take, in milliseconds; a migration is given 10 seconds all the
   * same. @defaultValue 2500
   */
  readonly timeout?: number;
  /** How long a connection may take, where an answer is given longer. @defaultValue `timeout` */
  readonly connectTimeout?: number;
}

/**
 * What a connection is set to, whatever its database or role says. Every statement here finds its rows by index: plans are
 * made once per connection, and one made on empty tables stays right while they fill. None is worth compiling, though a plan
 * that must read a table whole looks dear enough.
 */
const SESSION = [
  'set plan_cache_mode = force_generic_plan',
  'set enable_seqscan = off',
  'set jit = off',
  // INVARIANT: what was looked at before a lock was held is looked at again behind it, as it is then.
  "set default_transaction_isolation = 'read committed'",
  // INVARIANT: acknowledged means committed, to the disk. Who waits for copies as well goes on waiting.
  "select set_config('synchronous_commit', 'on', false) where current_setting('synchronous_commit') = 'off'",
].join('; ');

/**
 * The same URL with the words by which `pg` means `verify-full` today written so: unlike libpq it verifies for all of them,
 * and says that at each start in words of its own. `uselibpqcompat=true` takes them as libpq does.
 */
function verifying(url: string): string {
  return /[?&]uselibpqcompat=true\b/u.test(url)
    ? url
    : url.replace(/([?&]sslmode=)(?:prefer|require|verify-ca)(?=&|$)/u, '$1verify-full');
}

/** The pool behind a PostgreSQL ledger. */
export function postgresPool({
  url,
  connections = 10,
  timeout = 2500,
  connectTimeout = timeout,
}: PoolOptions): pg.Pool {
  const pool = new pg.Pool({
    connectionString: verifying(url),
    max: connections,
    connectionTimeoutMillis: connectTimeout,
    query_timeout: timeout,
    statement_timeout: timeout,
    idle_in_transaction_session_timeout: timeout,
    application_name: 'doubletake',
    pipeline: true,
    // The pool waits for it and lends no connection on which it failed; its types know nothing of that.
    onConnect: (client): unknown => client.query(SESSION),
  });
  // An idle connection that breaks is replaced when it is next needed; unheard, its error would end the process.
  pool.on('error', () => {});
  return pool;
}
