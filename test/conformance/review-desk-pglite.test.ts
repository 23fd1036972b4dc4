import { onPglite } from '../support/sql-databases.ts';
import { auditTrailConformance } from './audit-trail.ts';
import { tamperedTrail } from './audit-tampering.ts';
import { emptied } from './ledger-sql.ts';
import { reviewDeskConformance } from './review-desk.ts';
import { deskAgrees } from './review-agreement.ts';

const database = onPglite();

const make = emptied(database);
reviewDeskConformance('PGlite', make);
auditTrailConformance('PGlite', make);
tamperedTrail('PGlite', make, database);
deskAgrees('PGlite', make);
