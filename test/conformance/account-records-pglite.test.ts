import { onPglite } from '../support/sql-databases.ts';
import { accountRecordsConformance } from './account-records.ts';
import { keyAdoptionConformance, keyChecksConformance } from './key-checks.ts';
import { emptied } from './ledger-sql.ts';
import { resealingConformance } from './resealing.ts';

const database = onPglite();

accountRecordsConformance('PGlite', emptied(database));
resealingConformance('PGlite', database);
keyChecksConformance('PGlite', emptied(database));
keyAdoptionConformance('PGlite', database);
