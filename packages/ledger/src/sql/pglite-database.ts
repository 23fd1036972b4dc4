import type { PGlite, Transaction as PGliteTransaction } from '@electric-sql/pglite';
import type { Database } from './database.ts';
import type { Statement } from './statement.ts';
import { withSending } from './with-sending.ts';

/** A PGlite instance as a database. It has one connection, which it hands to one transaction at a time. */
export function pgliteDatabase(pglite: PGlite): Database {
  const underWay = new Set<string>();
  return {
    query: (statement, values) => run(pglite, statement, values),
    transaction: (work) =>
      pglite.transaction((tx) => {
        const script = async (text: string): Promise<void> => {
          await tx.exec(text);
        };
        return withSending({ query: (...given) => run(tx, ...given), script }, work);
      }),
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
    close: () => pglite.close(),
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
