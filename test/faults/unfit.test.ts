import { openDatabase, migrate, LedgerError } from '@doubletake/ledger';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { PATIENT } from '../support/patient.ts';
import { startPostgres, type PostgresServer } from '../support/postgres-server.ts';
import { query } from './stores.ts';

let server: PostgresServer;
beforeAll(async () => {
  server = await startPostgres({ fsync: 'off' });
  for (const encoding of ['latin1', 'sql_ascii'])
    await query(
      server.url,
      `create database ${encoding} encoding '${encoding}' locale 'C' template template0`,
    );
});
afterAll(async () => server.stop());

/** What became of bringing a database up to date: how many steps it took, or why none. */
async function migrated(change: (url: URL) => void): Promise<number | string> {
  const url = new URL(server.url);
  change(url);
  const database = await openDatabase({ databaseUrl: url.href, ...PATIENT });
  try {
    return (await migrate(database)).length;
  } catch (error) {
    if (error instanceof LedgerError) return `${error.code}: ${error.message}`;
    throw error;
  } finally {
    await database.close();
  }
}

const options = (given: string) => (url: URL) => url.searchParams.set('options', given);
const database = (name: string) => (url: URL) => {
  url.pathname = name;
};

test.each([
  {
    note: 'a database in an encoding that lacks letters',
    change: database('latin1'),
    told: /^ledger_database_unfit: the database is in LATIN1/u,
  },
  {
    note: 'a search path without a schema',
    change: options('-c search_path=foo'),
    told: /^ledger_database_unfit: the `search_path`/u,
  },
  {
    note: 'an option that PostgreSQL does not know',
    change: options('--bogus'),
    told: /^ledger_unavailable: .* lets `doubletake` not in \(--bogus requires a value\)/u,
  },
])('$note is told as it is', async ({ change, told }) => {
  expect(await migrated(change)).toMatch(told);
});

test('a database that keeps any bytes will do', async () => {
  expect(await migrated(database('sql_ascii'))).toBeGreaterThan(0);
});
