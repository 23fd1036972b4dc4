import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { postgresPool } from '@doubletake/ledger';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { PATIENT } from '../support/patient.ts';
import { startPostgres, type PostgresServer } from '../support/postgres-server.ts';
import { doubletake, type Ran } from '../support/doubletake-command.ts';
import { KEYS_FILE } from './stores.ts';

let postgres: PostgresServer;
beforeAll(async () => {
  postgres = await startPostgres({ fsync: 'off' });
});
afterAll(async () => postgres.stop());

test('a migration says that it waits for another one, and then each file', async () => {
  const pool = postgresPool({ url: postgres.url, ...PATIENT });
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
});

test('keys are rotated by one run at a time', async () => {
  const cwd = await mkdtemp(path.join(tmpdir(), 'doubletake-'));
  const keys = path.join(cwd, 'keys.json');
  await writeFile(keys, KEYS_FILE);
  const rotate = async (): Promise<Ran> => {
    const env = { DATABASE_URL: postgres.url, DOUBLETAKE_KEYS_FILE: keys };
    return doubletake(['keys', 'rotate'], { cwd, env });
  };
  const pool = postgresPool({ url: postgres.url, ...PATIENT });
  const other = await pool.connect();
  await other.query(`select pg_advisory_lock(hashtext('doubletake.rotate'))`);
  const refused = await rotate();
  expect(refused.code).toBe(1);
  expect(refused.err).toMatch(/^keys_rotating: /u);
  expect(await readFile(keys, 'utf8')).toBe(KEYS_FILE);
  other.release(true);
  await pool.end();
  const { code, out } = await rotate();
  expect(code).toBe(0);
  expect(out).toMatch(/^new keys are in the file/u);
  await rm(cwd, { recursive: true });
});
