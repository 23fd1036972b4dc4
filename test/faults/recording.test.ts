import { Readable } from 'node:stream';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { doubletake } from '../support/doubletake-command.ts';
import { startPostgres, type PostgresServer } from '../support/postgres-server.ts';
import { startTcpProxy } from '../support/tcp-proxy.ts';
import { referralEvents } from './referrals.ts';
import { KEYS_FILE, newPlace, query } from './stores.ts';

let postgres: PostgresServer;
beforeAll(async () => {
  postgres = await startPostgres({ fsync: 'off' });
});
afterAll(async () => postgres.stop());

/** As many as are recorded together. */
const BATCH = 1000;
const lines = Array.from({ length: 300 }, (_, n) => referralEvents(n))
  .flat()
  .map((event) => `${JSON.stringify(event)}\n`);

test('what records an input that stays open ends when the database is gone, for a supervisor to start it again', async () => {
  const { databaseUrl } = await newPlace(postgres, '');
  const network = await startTcpProxy(Number(new URL(databaseUrl).port));
  const env = {
    DATABASE_URL: network.through(databaseUrl),
    DOUBLETAKE_DATABASE_TIMEOUT: '2000',
    DOUBLETAKE_KEYS: KEYS_FILE,
  };
  const input = new Readable({ read: () => {} });
  const ran = doubletake(['record', '-', '--json'], { cwd: '.', env, stdin: input });
  input.push(lines.slice(0, BATCH).join(''));
  const kept = () => query(databaseUrl, 'select from events');
  await expect.poll(kept, { timeout: 60_000 }).not.toEqual([]);
  await network.set('refuse');
  input.push(lines.slice(BATCH, 2 * BATCH).join(''));
  const { code, out, err } = await ran;
  expect(code).toBe(3);
  expect(JSON.parse(out)).toMatchObject({ recorded: BATCH });
  expect(err).toContain('ledger_unavailable');
  await network.stop();
});
