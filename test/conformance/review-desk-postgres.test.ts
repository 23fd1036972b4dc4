import { onPostgres } from '../support/sql-databases.ts';
import { auditTrailConformance } from './audit-trail.ts';
import { tamperedTrail } from './audit-tampering.ts';
import { emptied } from './ledger-sql.ts';
import { reviewDeskConformance } from './review-desk.ts';
import { deskAgrees } from './review-agreement.ts';

const database = onPostgres();

const make = emptied(database);
reviewDeskConformance('PostgreSQL', make);
auditTrailConformance('PostgreSQL', make);
tamperedTrail('PostgreSQL', make, database);
deskAgrees('PostgreSQL', make);
