import { onPglite } from '../support/sql-databases.ts';
import { emptied } from './ledger-sql.ts';
import { ledgerConformance } from './ledger.ts';

const database = onPglite();

ledgerConformance('PGlite', emptied(database));
