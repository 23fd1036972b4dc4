import { pgliteDatabase, type Database } from '@doubletake/ledger';
import { PGlite } from '@electric-sql/pglite';
import { afterAll, beforeAll } from 'vitest';
import { emptied } from './ledger-sql.ts';
import { outboxConformance } from './outbox.ts';

let database: Database;
beforeAll(async () => {
  const pglite = new PGlite();
  await pglite.waitReady;
  database = pgliteDatabase(pglite);
}, 60_000);
afterAll(async () => database.close());

const make = emptied(() => database);
outboxConformance('PGlite', make);
