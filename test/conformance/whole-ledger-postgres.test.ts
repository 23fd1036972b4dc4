import { onPostgres } from '../support/sql-databases.ts';
import { emptied } from './ledger-sql.ts';
import { wholeLedgerAgrees } from './whole-ledger.ts';

wholeLedgerAgrees('PostgreSQL', emptied(onPostgres()));
