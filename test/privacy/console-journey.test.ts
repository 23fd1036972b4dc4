import { randomBytes } from 'node:crypto';
import { postgresPool, SEALED_COLUMNS } from '@doubletake/ledger';
import { newKeysFile, openDoubletake, parseKeys, type OpenDoubletake } from 'doubletake';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { RunningConsole } from '@doubletake/console';
import { createSealer } from '../../packages/ledger/src/seal/sealer.ts';
import { accountExport } from '../../packages/doubletake/src/care/account-export.ts';
import { consoleOn } from '../../packages/doubletake/src/serve/console-on.ts';
import { person, signedInAt, type Browser } from '../support/console.ts';
import { HELD_AT, told } from '../support/held-reward.ts';
import { PATIENT } from '../support/patient.ts';
import { startPostgres, type PostgresServer } from '../support/postgres-server.ts';
import { startRedis, type RedisServer } from '../support/redis-server.ts';
import { identifiersOf, OLA, ZEB, type Person } from './persons.ts';
import { databaseContents, found, redisContents, type Contents } from './scan.ts';

const KEYS = parseKeys(newKeysFile());
const NEEDLES = [ZEB, OLA].flatMap(identifiersOf);
const NOW = HELD_AT + 86_400_000;

/** Two people on one device, held for a person, each showing everything about them. */
const EVENTS: readonly object[] = [...told(), shows(ZEB, 'ann1'), shows(OLA, 'bob1')];

function shows(shown: Person, accountId: string): object {
  const at = new Date(HELD_AT - 86_400_000).toISOString();
  return { ...shown, id: `shows-${accountId}`, type: 'account.observed', at, accountId };
}

let redis: RedisServer;
let postgres: PostgresServer;
let engine: OpenDoubletake;
let console: RunningConsole;
const log: string[] = [];

beforeAll(async () => {
  [redis, postgres] = await Promise.all([startRedis(), startPostgres({ fsync: 'off' })]);
  engine = await openDoubletake({
    databaseUrl: postgres.url,
    redisUrl: redis.url,
    keys: KEYS,
    clock: () => NOW,
    database: PATIENT,
    redis: PATIENT,
  });
  const { access, outbox } = engine.parts.ledger;
  await access.addUser(person('lea', 'lead'));
  await access.addUser(person('aud', 'auditor'));
  await outbox.addEndpoint({
    endpointId: 'hook',
    url: 'https://hooks.example/',
    types: ['decision.made', 'case.opened', 'case.concluded', 'reward.claw_back'],
    secrets: { current: 'whsec_AAAA' },
    createdBy: 'lea',
    createdAt: NOW,
  });
  console = await consoleOn(engine, {
    secrets: [randomBytes(32).toString('hex')],
    secondFactor: 'optional',
    log: (event, fields) => log.push(`${event} ${JSON.stringify(fields)}`),
  });
});
afterAll(async () => {
  await console.close();
  await engine.close();
  await Promise.all([redis.stop(), postgres.stop()]);
});

/** Everything kept, as it is kept; or also with every seal opened, as whoever holds the keys would find it. */
async function stored({ opened = false } = {}): Promise<Contents> {
  const pool = postgresPool({ url: postgres.url, ...PATIENT });
  const contents = [...(await redisContents(redis.client)), ...(await databaseContents(pool))];
  const sealer = createSealer(KEYS.seal);
  if (opened)
    for (const { table, key, column } of SEALED_COLUMNS) {
      const { rows } = await pool.query<{ id: string; sealed: Buffer }>(
        `select ${key} as id, ${column} as sealed from ${table} where ${column} is not null`,
      );
      for (const { id, sealed } of rows)
        contents.push(sealer.open(sealed, { table, id, column }).toLowerCase());
    }
  await pool.end();
  return contents;
}

let forms = 0;
const commandId = (): string => `form-${String((forms += 1)).padStart(16, '0')}`;

async function posted(browser: Browser, path: string, form: object): Promise<void> {
  const { status } = await browser.post(path).type('form').send(form);
  expect([path, status]).toEqual([path, 303]);
}

describe.sequential('what people write and look at in the console', () => {
  test('is kept nowhere in the clear: notes, searches, reveals, exports, webhooks', async () => {
    await engine.recordMany(EVENTS);
    const [decision] = await engine.wake();
    const caseId = decision?.decisionId ?? '';
    const lea = await signedInAt(console.url, 'lea');
    await posted(lea, `/cases/${caseId}/claim`, {});
    const reveal = { kind: 'all', reason: 'compare_pair' };
    await posted(lea, `/cases/${caseId}/reveal`, reveal);
    const page = await lea.get(`/cases/${caseId}`);
    // It is there to be seen: what is looked for is what people saw.
    expect(page.text.toLowerCase()).toContain(ZEB.email.toLowerCase());
    for (const path of [
      `/go?id=${ZEB.email}`,
      `/queue?id=${OLA.email}`,
      `/accounts?id=${ZEB.email}`,
    ])
      await lea.get(path);
    const note = `called ${ZEB.phone.number}, he is ${ZEB.email}`;
    await posted(lea, `/cases/${caseId}/notes`, { commandId: commandId(), note });
    await posted(lea, '/accounts/ann1/notes', { noteId: commandId(), text: note });
    await posted(lea, '/accounts/bob1/notes', { noteId: commandId(), text: OLA.email });
    await posted(lea, `/cases/${caseId}/decide`, {
      commandId: commandId(),
      leaseToken: '1',
      outcome: 'release',
      reason: 'REVIEWED_GENUINE',
      note,
      go: 'stay',
    });
    await posted(lea, '/queue/views', { label: 'one person', search: `id=${ZEB.email}&score=50` });
    const aud = await signedInAt(console.url, 'aud');
    const exported = [await aud.get('/audit/export'), await lea.get('/queue/export')];
    const deliveries = await engine.parts.ledger.outbox.due(NOW, { limit: 20, leaseFor: 1 });
    expect(deliveries.length).toBeGreaterThan(1);
    const said = [...exported.map(({ text }) => text), JSON.stringify(deliveries), ...log];
    expect(
      found(NEEDLES, [...(await stored()), ...said.map((text) => text.toLowerCase())]),
    ).toEqual([]);
  });

  test('goes with the account, also where it was sealed; what is the other’s stays', async () => {
    const erase = async (accountId: string) =>
      engine.record({
        id: `erase-${accountId}`,
        type: 'account.erased',
        at: new Date(NOW).toISOString(),
        accountId,
      });
    const why = { owner: 'lea', reason: `${ZEB.email} vouches`, expiresAt: NOW + 86_400_000 };
    const pair = { referrerId: 'ann1', refereeId: 'bob1' };
    await engine.parts.ledger.allow({ allowanceId: 'a1', ...pair, ...why }, NOW);
    expect(found(NEEDLES, await stored({ opened: true })).length).toBeGreaterThan(10);
    await erase('ann1');
    const left = await stored({ opened: true });
    expect(found(identifiersOf(ZEB), left)).toEqual([]);
    expect(found([OLA.email], left)).toEqual([OLA.email]);
    const record = await engine.parts.ledger.records.account('ann1');
    if (record === undefined) throw new Error('an erased account stays known');
    let rest = '';
    for await (const text of accountExport(record, engine.parts)) rest += text;
    expect(JSON.parse(rest)).toMatchObject({ accountId: 'ann1', erased: true });
    expect(found(NEEDLES, [rest.toLowerCase()])).toEqual([]);
    await erase('bob1');
    expect(found(NEEDLES, await stored({ opened: true }))).toEqual([]);
  });
});
