import type { ReviewedLedger } from '@doubletake/ledger';
import { expect, test } from 'vitest';
import { onPostgres } from '../support/sql-databases.ts';
import { accountRecordsConformance } from './account-records.ts';
import { keyAdoptionConformance, keyChecksConformance } from './key-checks.ts';
import { emptied } from './ledger-sql.ts';
import { erasure } from './account-merging.ts';
import { day, observed } from './ledger-values.ts';
import { resealingConformance } from './resealing.ts';

const database = onPostgres();

accountRecordsConformance('PostgreSQL', emptied(database));
resealingConformance('PostgreSQL', database);
keyChecksConformance('PostgreSQL', emptied(database));
keyAdoptionConformance('PostgreSQL', database);

async function kept(): Promise<readonly unknown[]> {
  return database().query({ name: 'kept', text: 'select account_id from kept_tokens' }, []);
}

/** Keeps something of `ann`, as she stands now. */
async function keepOf({ census }: ReviewedLedger): Promise<void> {
  const [state] = (await census.accounts(1)).accounts;
  if (state?.stamp === undefined) throw new Error('it came without a stamp');
  const { stamp } = state;
  await census.keep('1 p1', [{ accountId: 'ann', stamp, tokens: stamp }]);
}

const seen = [observed('ann', 0, { ip: '81.2.69.1' }), observed('bob', 0)];

test.for<{ note: string; happens: (ledger: ReviewedLedger) => Promise<unknown> }>([
  { note: 'erased', happens: ({ append }) => append([erasure('ann', 3)]) },
  {
    note: 'merged into another',
    happens: ({ records }) => records.merge({ accountId: 'ann', intoId: 'bob', by: 'lea' }, day(2)),
  },
  { note: 'past its time in part', happens: ({ upkeep }) => upkeep.expire('ann', day(97)) },
])('no row is left of what was kept of an account that is $note', async ({ happens }) => {
  const ledger = await emptied(database)();
  await ledger.append(seen);
  await keepOf(ledger);
  expect(await kept()).toHaveLength(1);
  await happens(ledger);
  expect(await kept()).toEqual([]);
});

test('nothing is kept of an account that is being erased at that moment, and nobody waits for it', async () => {
  const ledger = await emptied(database)();
  await ledger.append(seen);
  const going = "update accounts set profile = null, erased = true where account_id = 'ann'";
  await database().transaction(async (tx) => {
    await tx.query({ name: 'going', text: going }, []);
    await keepOf(ledger);
  });
  expect(await kept()).toEqual([]);
});

test('what was read otherwise goes, however many there are', async () => {
  const { census } = await emptied(database)();
  const many = `insert into kept_tokens
    select 'a' || n, '', case when n = 2100 then '1 p2' else '1 p1' end, '' from generate_series(1, 2500) n`;
  await database().query({ name: 'many', text: many }, []);
  await census.forgetKept('1 p2');
  expect(await kept()).toEqual([{ account_id: 'a2100' }]);
  await census.forgetKept();
  expect(await kept()).toEqual([]);
});
