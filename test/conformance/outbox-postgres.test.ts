import { pgDatabase, postgresPool, type Database } from '@doubletake/ledger';
import { afterAll, beforeAll } from 'vitest';
import { startPostgres, type PostgresServer } from '../support/postgres-server.ts';
import { emptied } from './ledger-sql.ts';
import { outboxConformance } from './outbox.ts';

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

const make = emptied(() => database);
outboxConformance('PostgreSQL', make);
