import { pgDatabase, postgresPool, type Database } from '@doubletake/ledger';
import { afterAll, beforeAll } from 'vitest';
import { startPostgres, type PostgresServer } from '../support/postgres-server.ts';
import { accountRecordsConformance } from './account-records.ts';
import { emptied } from './ledger-sql.ts';
import { resealingConformance } from './resealing.ts';

let server: PostgresServer;
let database: Database;
beforeAll(async () => {
  server = await startPostgres('-c', 'fsync=off');
  database = pgDatabase(postgresPool({ url: server.url }));
}, 60_000);
afterAll(async () => {
  await database.close();
  await server.stop();
});

accountRecordsConformance(
  'PostgreSQL',
  emptied(() => database),
);
resealingConformance('PostgreSQL', () => database);
