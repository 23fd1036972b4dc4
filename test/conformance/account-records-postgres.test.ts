import { onPostgres } from '../support/sql-databases.ts';
import { accountRecordsConformance } from './account-records.ts';
import { keyAdoptionConformance, keyChecksConformance } from './key-checks.ts';
import { emptied } from './ledger-sql.ts';
import { resealingConformance } from './resealing.ts';

const database = onPostgres();

accountRecordsConformance('PostgreSQL', emptied(database));
resealingConformance('PostgreSQL', database);
keyChecksConformance('PostgreSQL', emptied(database));
keyAdoptionConformance('PostgreSQL', database);
