import { migrate, pgDatabase, postgresPool, sqlLedger } from '@doubletake/ledger';
import pg from 'pg';
import { startMeasured } from '../postgres.ts';
import { report, rounds, type Candidate } from '../rounds.ts';
import { passingKeys, worldBatches } from './events.ts';
import { emptyTables, insertPlainly, rowsOfLastAppend, type TableRows } from './plain-rows.ts';

/** Compares appending events with writing the very rows that come of it, sealed and folded already. */
export async function compareAppend(referrals: number, size: number): Promise<void> {
  const postgres = await startMeasured();
  const { url } = postgres;
  const pool = new pg.Pool({ connectionString: url, max: 4 });
  // As the ledger opens it, but for its patience: a loaded machine is to be slow here, not to give up.
  const database = pgDatabase(postgresPool({ url, timeout: 120_000 }));
  try {
    await migrate(database);
    const ledger = sqlLedger(database, passingKeys());
    const batches = worldBatches(referrals, size);
    const written: (readonly TableRows[])[] = [];
    for (const batch of batches) {
      await ledger.append(batch);
      written.push(await rowsOfLastAppend(pool));
    }
    const events = batches.length * size;
    const prepare = async (): Promise<void> => emptyTables(pool);
    const candidates: Candidate[] = [
      {
        name: 'plain multi-row INSERT of the same rows',
        prepare,
        run: async () => {
          const client = await pool.connect();
          for (const rows of written) await insertPlainly(client, rows);
          client.release();
          return events;
        },
      },
      {
        name: 'append',
        prepare,
        run: async () => {
          for (const batch of batches) await ledger.append(batch);
          return events;
        },
      },
    ];
    report(`${events} events in batches of ${size}`, await rounds(candidates, 7));
  } finally {
    await pool.end();
    await database.close();
    await postgres.stop();
  }
}
