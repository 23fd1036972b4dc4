import { onPostgres } from '../support/sql-databases.ts';
import { emptied } from './ledger-sql.ts';
import { ledgerConformance } from './ledger.ts';

const database = onPostgres();

ledgerConformance('PostgreSQL', emptied(database));
