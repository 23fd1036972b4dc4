import { onPostgres } from '../support/sql-databases.ts';
import { emptied } from './ledger-sql.ts';
import { outboxConformance } from './outbox.ts';

const database = onPostgres();

const make = emptied(database);
outboxConformance('PostgreSQL', make);
