import { readFileSync } from 'node:fs';
import { migrate, pgDatabase, postgresPool, sqlLedger, type Database } from '@doubletake/ledger';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { PATIENT } from '../support/patient.ts';
import { startPostgres, type PostgresServer } from '../support/postgres-server.ts';
import { accessStoreConformance } from './access-store.ts';
import { emptied as emptiedAccess } from './access-store-sql.ts';
import { accountRecordsConformance } from './account-records.ts';
import { auditTrailConformance } from './audit-trail.ts';
import { keyChecksConformance } from './key-checks.ts';
import { emptied } from './ledger-sql.ts';
import { ledgerConformance } from './ledger.ts';
import { accrued, AUDIT_KEY, day, decided, KEYS, observed, write } from './ledger-values.ts';
import { outboxConformance } from './outbox.ts';
import { resealingConformance } from './resealing.ts';
import { reviewDeskConformance } from './review-desk.ts';
import { conclusion, done, NOW, openCase, reviewWrite } from './review-values.ts';

const DAY = 86_400_000;
const START_DAY = day(0) / DAY;

const ROLE = new URL('../../packages/ledger/src/sql/roles/application.sql', import.meta.url);

let server: PostgresServer;
let owner: Database;
let application: Database;
beforeAll(async () => {
  server = await startPostgres({ fsync: 'off' });
  owner = pgDatabase(postgresPool({ url: server.url, ...PATIENT }));
  await migrate(owner);
  const script = readFileSync(ROLE, 'utf8');
  // Twice: the script is run again after every migration.
  for (const text of [script, script, 'create role app login in role doubletake_application'])
    await owner.transaction((tx) => tx.script(text));
  const url = server.url.replace('doubletake@', 'app@');
  application = pgDatabase(postgresPool({ url, ...PATIENT }));
});
afterAll(async () => {
  await application.close();
  await owner.close();
  await server.stop();
});

const make = emptied(
  () => owner,
  () => application,
);
const ROLE_NAME = 'PostgreSQL, as the role of the application';
ledgerConformance(ROLE_NAME, make);
reviewDeskConformance(ROLE_NAME, make);
auditTrailConformance(ROLE_NAME, make);
accountRecordsConformance(ROLE_NAME, make);
outboxConformance(ROLE_NAME, make);
keyChecksConformance(ROLE_NAME, make);
resealingConformance(ROLE_NAME, () => application, make);
accessStoreConformance(
  ROLE_NAME,
  emptiedAccess(
    () => owner,
    () => application,
  ),
);

test('the application works as a role that can add to the past and not change it', async () => {
  await make();
  const ledger = sqlLedger(application, { keys: KEYS, auditKey: AUDIT_KEY });
  const caseId = await openCase(ledger);
  await ledger.desk.claimNext({ by: 'lea', at: NOW });
  await done(ledger, conclusion(caseId, { note: 'words', leaseToken: 1 }));
  await ledger.desk.lapse(NOW + 10_000, 10);
  for (const settled of await ledger.desk.settled(10))
    await ledger.commit(reviewWrite(settled, NOW + 10_000));
  await ledger.append([{ id: 'gone', type: 'account.erased', at: NOW, accountId: 'bob' }]);
  expect(await ledger.desk.find(caseId)).toMatchObject({ state: 'closed' });
  expect(await ledger.desk.notes({ kind: 'case', id: caseId })).toEqual([]);
  expect(await ledger.audit.verify()).toEqual({ ok: true, entries: 3 });
});

test.each([
  {
    note: 'what was told of money',
    set: `body = replace(body, '"minor":', '"minor":9')`,
    of: 'r1',
  },
  { note: 'that it was told', set: 'body = null, redacted = true', of: 'r1' },
  { note: 'the account', set: `account_id = 'bob'`, of: 'seen', by: 'merge' },
  { note: 'a profile without a trace', set: 'sealed = null', of: 'seen' },
  { note: 'a profile in the clear', set: `sealed = sealed, body = '{}'`, of: 'seen' },
  { note: 'a seal on what never had one', set: `sealed = '\\x01', body = null`, of: 'r1' },
])('it cannot change $note of an event', async ({ set, of, by = 'only ever redacted' }) => {
  await make();
  const ledger = sqlLedger(application, { keys: KEYS, auditKey: AUDIT_KEY });
  const seen = observed('ann', 0, { email: 'ann@example.com' });
  await ledger.append([
    { ...accrued('r1', 0), id: 'r1' },
    { ...seen, id: 'seen' },
  ]);
  const before = await ledger.changes(0, 9);
  const text = `update events set ${set} where event_id = '${of}'`;
  await expect(application.query({ name: '', text }, [])).rejects.toThrow(by);
  expect(await ledger.changes(0, 9)).toEqual(before);
});

test('it lets go of what a decision was made from once that is past its time, and no day before', async () => {
  await make();
  const ledger = sqlLedger(application, { keys: KEYS, auditKey: AUDIT_KEY });
  const now = Math.floor(Date.now() / DAY) - START_DAY;
  await ledger.append([accrued('r1', 0)]);
  for (const on of [now - 729, now - 731])
    await ledger.commit(write(decided('r1', 'wait', { on, id: `${on}` })));
  // Whoever holds the role may say it is any day: the database has a clock of its own.
  expect(await ledger.upkeep.expireDecisions(day(now + 9000), 10)).toBe(1);
  const kept = await ledger.decisionsOn('r1');
  expect(kept.map(({ evidenceExpired }) => evidenceExpired)).toEqual([undefined, true]);
});

test('it opens tables that are up to date, and says who has to bring them up to date', async () => {
  expect(await migrate(application)).toEqual([]);
  const [last] = await owner.query<{ name: string; digest: string }>(
    { name: '', text: 'delete from schema_migrations where name > $1 returning name, digest' },
    ['0030'],
  );
  await expect(migrate(application)).rejects.toMatchObject({
    code: 'ledger_migration_needed',
    message: expect.stringContaining('doubletake migrate') as unknown,
  });
  expect(last).toBeDefined();
});

test.each([
  `update audit_entries set actor = 'kim'`,
  'delete from audit_entries',
  'truncate audit_entries',
  'alter table audit_entries disable trigger all',
  'drop trigger audit_entries_kept on audit_entries',
  'set session_replication_role = replica',
  'delete from decisions',
  `update decisions set trigger = 'x'`,
  'delete from events',
  'update events set seq = seq',
  'update events set event_id = event_id',
  'update events set type = type',
  'update events set at = at',
  'update events set entity_id = entity_id',
  'update events set calls = calls',
  'delete from key_checks',
  `update key_checks set value = ''`,
  'delete from ledger_name',
  `update ledger_name set name = ''`,
  `insert into ledger_name values ('')`,
  'delete from conclusions',
  `insert into schema_migrations (name, digest) values ('9999.sql', 'x')`,
])('it may not: %s', async (text) => {
  await expect(application.query({ name: '', text }, [])).rejects.toThrow(
    /permission denied|must be owner/u,
  );
});
