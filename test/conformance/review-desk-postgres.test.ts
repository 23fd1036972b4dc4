import { pgDatabase, postgresPool, type Database } from '@doubletake/ledger';
import { afterAll, beforeAll } from 'vitest';
import { startPostgres, type PostgresServer } from '../support/postgres-server.ts';
import { auditTrailConformance } from './audit-trail.ts';
import { tamperedTrail } from './audit-tampering.ts';
import { emptied } from './ledger-sql.ts';
import { reviewDeskConformance } from './review-desk.ts';
import { deskAgrees } from './review-agreement.ts';

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
reviewDeskConformance('PostgreSQL', make);
auditTrailConformance('PostgreSQL', make);
tamperedTrail('PostgreSQL', make, () => database);
deskAgrees('PostgreSQL', make);
