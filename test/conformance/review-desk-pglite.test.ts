import { pgliteDatabase, type Database } from '@doubletake/ledger';
import { PGlite } from '@electric-sql/pglite';
import { afterAll, beforeAll } from 'vitest';
import { auditTrailConformance } from './audit-trail.ts';
import { tamperedTrail } from './audit-tampering.ts';
import { emptied } from './ledger-sql.ts';
import { reviewDeskConformance } from './review-desk.ts';
import { deskAgrees } from './review-agreement.ts';

let database: Database;
beforeAll(async () => {
  const pglite = new PGlite();
  await pglite.waitReady;
  database = pgliteDatabase(pglite);
}, 60_000);
afterAll(async () => database.close());

const make = emptied(() => database);
reviewDeskConformance('PGlite', make);
auditTrailConformance('PGlite', make);
tamperedTrail('PGlite', make, () => database);
deskAgrees('PGlite', make);
