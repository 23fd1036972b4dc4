import { onPglite } from '../support/sql-databases.ts';
import { emptied } from './ledger-sql.ts';
import { outboxConformance } from './outbox.ts';

const database = onPglite();

const make = emptied(database);
outboxConformance('PGlite', make);
