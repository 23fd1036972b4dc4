import { onPglite } from '../support/sql-databases.ts';
import { accountRecordsConformance } from './account-records.ts';
import { emptied } from './ledger-sql.ts';
import { resealingConformance } from './resealing.ts';

const database = onPglite();

accountRecordsConformance('PGlite', emptied(database));
resealingConformance('PGlite', database);
