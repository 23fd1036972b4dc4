import type { PGlite, Transaction as PGliteTransaction } from '@electric-sql/pglite';
import type { Database } from './database.ts';
import type { Statement } from './statement.ts';
import { unavailable } from './unavailable.ts';
import { withSending } from './with-sending.ts';

/**
 * A PGlite instance as a database. It has one connection, which it hands to one transaction at a time.
 *
 * @param place where it keeps its data, for whoever is told that it cannot. Default: memory.
 */
export function pgliteDatabase(pglite: PGlite, place = 'memory'): Database {
  const orUnavailable = (error: unknown): never => unavailable(error, { host: place, role: '' });
  const underWay = new Set<string>();
  return {
    query: async <Row>(statement: Statement, values: readonly unknown[]) =>
      run<Row>(pglite, statement, values).catch(orUnavailable),
    transaction: async (work) => {
      const done = pglite.transaction((tx) => {
        const script = async (text: string): Promise<void> => {
          await tx.exec(text);
        };
        return withSending({ query: (...given) => run(tx, ...given), script }, work);
      });
      return done.catch(orUnavailable);
    },
    // No other process has it open.
    alone: async (name, work) => {
      if (underWay.has(name)) return undefined;
      underWay.add(name);
      try {
        return await work();
      } finally {
        underWay.delete(name);
      }
    },
    close: async () => pglite.close().catch(orUnavailable),
  };
}

async function run<Row>(
  on: PGlite | PGliteTransaction,
  { text }: Statement,
  values: readonly unknown[],
): Promise<readonly Row[]> {
  const { rows } = await on.query<Row>(text, [...values]);
  return rows;
}
