import { migrate, pgDatabase, postgresPool, sqlLedger } from '@doubletake/ledger';
import pg from 'pg';
import { startMeasured } from '../postgres.ts';
import { machine } from '../rounds.ts';
import { passingKeys, worldBatches } from './events.ts';

/** Appends a world and tells at every doubling how large the database is by account, and how fast the last batch went. */
export async function measureGrowth(referrals: number): Promise<void> {
  const postgres = await startMeasured();
  const { url } = postgres;
  const pool = new pg.Pool({ connectionString: url });
  const database = pgDatabase(postgresPool({ url }));
  await migrate(database);
  const ledger = sqlLedger(database, passingKeys());
  console.log('| events | accounts | bytes per account | bytes per event | events per second |');
  console.log('|---|---|---|---|---|');
  let report = 1;
  for (const [nth, batch] of worldBatches(referrals, 1000).entries()) {
    const begun = performance.now();
    await ledger.append(batch);
    const seconds = (performance.now() - begun) / 1000;
    if (nth + 1 < report) continue;
    report *= 2;
    const { rows } = await pool.query<{ bytes: string; accounts: string; events: string }>(
      `select pg_database_size(current_database()) as bytes,
        (select count(*) from accounts) as accounts, (select count(*) from events) as events`,
    );
    const [bytes, accounts, events] = [rows[0]?.bytes, rows[0]?.accounts, rows[0]?.events].map(
      Number,
    );
    if (bytes === undefined || accounts === undefined || events === undefined) continue;
    const cells = [events, accounts, bytes / accounts, bytes / events, batch.length / seconds];
    console.log(`| ${cells.map(Math.round).join(' | ')} |`);
  }
  console.log(JSON.stringify(machine()));
  await pool.end();
  await database.close();
  await postgres.stop();
}
