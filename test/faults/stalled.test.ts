import { LedgerError, pgDatabase, postgresPool } from '@doubletake/ledger';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { PATIENT } from '../support/patient.ts';
import { startPostgres, type PostgresServer } from '../support/postgres-server.ts';

const TIMEOUT = 500;
const ONE = { name: 'one', text: 'select 1 as one' };

let postgres: PostgresServer;
beforeAll(async () => {
  postgres = await startPostgres({ fsync: 'off' });
});
afterAll(async () => postgres.stop());

/** What a busy machine does to a process. */
function standStill(): void {
  Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 4 * TIMEOUT);
}

test('a process that stood still in the middle of a transaction is told that no answer came, and goes on', async () => {
  const database = pgDatabase(postgresPool({ url: postgres.url, ...PATIENT, timeout: TIMEOUT }));
  const work = database.transaction(async (tx) => {
    await tx.query(ONE, []);
    standStill();
    return tx.query(ONE, []);
  });
  await expect(work).rejects.toBeInstanceOf(LedgerError);
  await expect(work).rejects.toMatchObject({ code: 'ledger_unavailable' });
  const again = async (): Promise<unknown> => database.transaction(async (tx) => tx.query(ONE, []));
  await expect.poll(again).toEqual([{ one: 1 }]);
  await database.close();
});
