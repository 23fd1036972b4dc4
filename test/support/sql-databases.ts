import {
  migrate,
  pgDatabase,
  pgliteDatabase,
  postgresPool,
  type Database,
} from '@doubletake/ledger';
import { PGlite } from '@electric-sql/pglite';
import { afterAll, beforeAll } from 'vitest';
import { PATIENT } from './patient.ts';
import { startPostgres, type PostgresServer } from './postgres-server.ts';

/** A database, its tables up to date, in a PostgreSQL server of a test file's own, once its tests run. */
export function onPostgres(): () => Database {
  let server: PostgresServer;
  return forFile(
    async () => {
      server = await startPostgres({ fsync: 'off' });
      return pgDatabase(postgresPool({ url: server.url, ...PATIENT }));
    },
    async () => server.stop(),
  );
}

/** A database, its tables up to date, in a PGlite of a test file's own, once its tests run. */
export function onPglite(): () => Database {
  return forFile(async () => {
    const pglite = new PGlite();
    await pglite.waitReady;
    return pgliteDatabase(pglite);
  });
}

function forFile(
  open: () => Promise<Database>,
  afterwards: () => Promise<void> = async () => {},
): () => Database {
  let database: Database;
  beforeAll(async () => {
    database = await open();
    await migrate(database);
  });
  afterAll(async () => {
    await database.close();
    await afterwards();
  });
  return () => database;
}
