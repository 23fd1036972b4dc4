import { pgliteDatabase, type Database } from '@doubletake/ledger';
import { PGlite } from '@electric-sql/pglite';
import { afterAll, beforeAll } from 'vitest';
import { accountRecordsConformance } from './account-records.ts';
import { emptied } from './ledger-sql.ts';
import { resealingConformance } from './resealing.ts';

let database: Database;
beforeAll(async () => {
  const pglite = new PGlite();
  await pglite.waitReady;
  database = pgliteDatabase(pglite);
}, 60_000);
afterAll(async () => database.close());

accountRecordsConformance(
  'PGlite',
  emptied(() => database),
);
resealingConformance('PGlite', () => database);
