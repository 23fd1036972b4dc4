import { postgresPool } from '@doubletake/ledger';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { startPostgres, type PostgresServer } from '../support/postgres-server.ts';
import { doubletake } from '../support/doubletake-command.ts';
import { KEYS_FILE } from './stores.ts';

let postgres: PostgresServer;
beforeAll(async () => {
  postgres = await startPostgres({ fsync: 'off' });
}, 60_000);
afterAll(async () => postgres.stop());

test('a migration says that it waits for another one, and then each file', async () => {
  const pool = postgresPool({ url: postgres.url });
  const other = await pool.connect();
  await other.query(`select pg_advisory_lock(hashtext('doubletake.migrate'))`);
  let said = '';
  const env = { DATABASE_URL: postgres.url, DOUBLETAKE_KEYS: KEYS_FILE };
  const ran = doubletake(['migrate'], {
    cwd: '.',
    env,
    onStart: ({ stderr }) =>
      stderr?.on('data', (text: unknown) => {
        said += String(text);
      }),
  });
  await expect.poll(() => said, { timeout: 60_000 }).toBe('waiting for another migration to end\n');
  await other.query('select pg_advisory_unlock_all()');
  const { code, out, err } = await ran;
  expect(code).toBe(0);
  expect(err).toMatch(
    /^waiting .*\n0001_events_and_entities\.sql is through\n(?:.* is through\n)+$/u,
  );
  expect(out).toMatch(/\n\d+ migrations applied\n$/u);
  other.release();
  await pool.end();
}, 120_000);
