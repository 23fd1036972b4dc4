import pg from 'pg';
import { asWritten } from './as-written.ts';
import type { Database, Transaction } from './database.ts';
import type { Statement } from './statement.ts';
import { isLost, unavailable, type Asked } from './unavailable.ts';
import { withSending } from './with-sending.ts';

/** The part of a `pg` client or pool that runs statements. */
interface Runs {
  query(config: { name?: string; text: string; values?: unknown[] }): Promise<{ rows: unknown[] }>;
}

// Serialization failure and deadlock: the database undid the work and asks to try again.
const MET_ANOTHER: ReadonlySet<unknown> = new Set(['40001', '40P01']);
const ATTEMPTS = 8;

/** The least a migration may take, in milliseconds, however short answers are otherwise waited for. */
const MIGRATION = 10_000;

const TAKE = { name: 'take', text: 'select pg_try_advisory_lock(hashtext($1)) as held' };

/** A database behind a `pg` pool. */
export function pgDatabase(pool: pg.Pool): Database {
  const { query_timeout: timeout = 0 } = pool.options;
  const orUnavailable = (error: unknown): never => unavailable(error, askedOf(pool));
  // A URL that names a certificate nobody can read throws at once.
  const connect = async (): Promise<pg.PoolClient> => pool.connect();
  pool.on('connect', (client) => {
    // A connection that breaks fails the statement it runs; unheard, its error would end the process as well.
    client.on('error', () => {});
  });
  const attempt = async <Result>(work: (tx: Transaction) => Promise<Result>): Promise<Result> => {
    const client = await connect().catch(orUnavailable);
    let failure: unknown;
    try {
      // Sent ahead of the work's first statement, in the same packet where the connection allows.
      const begun = client.query('begin');
      const [result] = await Promise.all([withSending(statementsOn(client, timeout), work), begun]);
      await client.query('commit');
      return result;
    } catch (error) {
      failure = error;
      // A connection that is silent is closed, which undoes the work as well; asking it once more is waiting once more.
      // One that cannot even be told is undone by its end; why the work failed is what is thrown.
      if (error instanceof pg.DatabaseError || !isLost(error))
        await client.query('rollback').catch(() => {});
      throw error;
    } finally {
      // A connection that broke is not lent again; one whose work was refused is.
      client.release(failure !== undefined && !(failure instanceof pg.DatabaseError));
    }
  };
  return {
    query: async <Row>(statement: Statement, values: readonly unknown[]) =>
      run<Row>(pool, statement, values).catch(orUnavailable),
    transaction: async (work) => {
      for (let tried = 1; ; tried += 1) {
        try {
          return await attempt(work);
        } catch (error) {
          const again = error instanceof pg.DatabaseError && MET_ANOTHER.has(error.code);
          if (!again || tried === ATTEMPTS) return orUnavailable(error);
        }
      }
    },
    alone: async (name, work) => {
      const client = await connect().catch(orUnavailable);
      try {
        const [row] = await run<{ held: boolean }>(client, TAKE, [name]).catch(orUnavailable);
        return row?.held === true ? await work() : undefined;
      } finally {
        // The session ends, and what it held with it.
        client.release(true);
      }
    },
    close: () => pool.end(),
  };
}

/** A client that never connects knows whom it would ask, from the URL and from the environment. */
function askedOf({ options }: pg.Pool): Asked {
  try {
    const { host, port, user = '' } = new pg.Client(options);
    return { host: `${host}:${port}`, role: user };
  } catch {
    return { host: 'the address in its URL', role: '' };
  }
}

function statementsOn(client: pg.PoolClient, timeout: number): Omit<Transaction, 'send'> {
  return {
    query: (statement, values) => run(client, statement, values),
    script: async (script) => {
      const patience = Math.max(MIGRATION, timeout);
      const text = `set local statement_timeout = ${patience}; ${script}`;
      const waited = { text, query_timeout: patience };
      await client.query(waited);
    },
  };
}

async function run<Row>(
  on: Runs,
  { name, text }: Statement,
  values: readonly unknown[],
): Promise<readonly Row[]> {
  const { rows } = await on.query({ name, text, values: [...values] });
  return asWritten(rows);
}
