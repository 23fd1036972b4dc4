import { onPglite } from '../support/sql-databases.ts';
import { emptied } from './access-store-sql.ts';
import { accessStoreConformance } from './access-store.ts';

const database = onPglite();

accessStoreConformance('PGlite', emptied(database));
