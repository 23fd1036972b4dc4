import { onPostgres } from '../support/sql-databases.ts';
import { emptied } from './access-store-sql.ts';
import { accessStoreConformance } from './access-store.ts';

const database = onPostgres();

accessStoreConformance('PostgreSQL', emptied(database));
