import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { LedgerError } from '@doubletake/ledger';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { doubletake, type Ran } from '../support/doubletake-command.ts';
import { freePort } from '../support/free-port.ts';
import { Host } from './host.ts';
import { expectHeld, expectPromiseKept } from './promise.ts';
import { recovered } from './recovered.ts';
import { KEYS_FILE, openAt, query, startServers, type Place, type Servers } from './stores.ts';

let servers: Servers;
let place: Place;
let cwd: string;
beforeAll(async () => {
  servers = await startServers();
  cwd = await mkdtemp(join(tmpdir(), 'not-let-in-'));
  await writeFile(join(cwd, 'keys.json'), KEYS_FILE);
  const { url } = servers.postgres;
  await query(url, "create role app superuser login password 'right'");
  const [{ hba_file: file } = { hba_file: '' }] = await query<{ hba_file: string }>(
    url,
    'show hba_file',
  );
  const rules = ['host all app all scram-sha-256', 'host all all all trust', 'local all all trust'];
  await query(url, `copy (values ${rules.map((rule) => `('${rule}')`).join(',')}) to '${file}'`);
  await query(url, 'select pg_reload_conf()');
});
afterAll(async () => {
  await servers.stop();
  await rm(cwd, { recursive: true });
});
beforeEach(async () => {
  place = await servers.place();
});

/** The place as another role reaches it, or means to. */
function as(user: string, more: Partial<Pick<URL, 'pathname' | 'search' | 'port'>> = {}): Place {
  const [username, password = ''] = user.split(':');
  const url = Object.assign(new URL(place.databaseUrl), { username, password, ...more });
  return { ...place, databaseUrl: url.href };
}

interface Row {
  readonly note: string;
  readonly place: () => Place | Promise<Place>;
  readonly why: RegExp;
}

const ROWS: readonly Row[] = [
  {
    note: 'a wrong password',
    place: () => as('app:geheim'),
    why: /lets `app` not in \(password authentication failed for user "app"\)$/u,
  },
  {
    note: 'no password',
    place: () => as('app'),
    why: /cannot be reached \(SASL: .*password/u,
  },
  {
    note: 'an unknown role',
    place: () => as('nobody:geheim'),
    why: /lets `nobody` not in \(role "nobody" does not exist\)$/u,
  },
  {
    note: 'an unknown database',
    place: () => as('app:right', { pathname: '/nothing' }),
    why: /lets `app` not in \(database "nothing" does not exist\)$/u,
  },
  {
    note: 'a server without TLS',
    place: () => as('app:right', { search: '?sslmode=require' }),
    why: /cannot be reached \(The server does not support SSL connections\)$/u,
  },
  {
    note: 'a certificate nobody can read',
    place: () => as('app:right', { search: '?sslmode=verify-full&sslrootcert=/nowhere/ca.pem' }),
    why: /cannot be reached \(ENOENT: /u,
  },
  {
    note: 'nobody listening',
    place: async () => as('app:geheim', { port: String(await freePort()) }),
    why: /cannot be reached \(connect ECONNREFUSED/u,
  },
];

describe.each(ROWS)('$note', ({ place: where, why }) => {
  test('is an answer that names the server, and who was not let in', async () => {
    const far = await where();
    const error: unknown = await openAt(far).then(
      () => undefined,
      (thrown: unknown) => thrown,
    );
    expect(error).toBeInstanceOf(LedgerError);
    expect(error).toMatchObject({ code: 'ledger_unavailable' });
    expect(error instanceof Error && error.message).toMatch(why);
    expect(String(error)).not.toMatch(/geheim|right|may or may not/u);
    if (!far.databaseUrl.includes('nowhere'))
      expect(String(error)).toContain(new URL(far.databaseUrl).host);
  });
});

const command = async (at: Place, argv: readonly string[]): Promise<Ran> =>
  doubletake(argv, {
    cwd,
    env: {
      DATABASE_URL: at.databaseUrl,
      REDIS_URL: at.redisUrl,
      DOUBLETAKE_KEYS_FILE: join(cwd, 'keys.json'),
    },
  });

test('a command that is not let in says so and ends', async () => {
  const ran = await command(as('app:geheim'), ['wake']);
  expect(ran.code).toBe(3);
  expect(ran.err).toMatch(/^ledger_unavailable: the ledger's database at \S+ lets `app` not in/u);
  expect(ran.err).not.toMatch(/defect|bug|geheim/u);
});

test.each([['wake'], ['graph', 'stats'], ['record', '-'], ['serve']])(
  'a command whose graph cannot be opened ends: %s',
  async (...argv) => {
    const ran = await command({ ...place, redisUrl: `${place.redisUrl}/99` }, argv);
    expect(ran.code).toBe(2);
    expect(ran.err).toMatch(/^graph_bad_option: redis at \S+ has no database/mu);
  },
);

test('a running process whose password is changed holds, and goes on when let in again', async () => {
  const engine = await openAt(as('app:right'));
  const host = new Host(engine);
  await host.tell(0);
  const { url } = servers.postgres;
  await query(url, "alter role app password 'other'");
  await query(url, "select pg_terminate_backend(pid) from pg_stat_activity where usename = 'app'");
  expectHeld(await host.ask(0), 'ledger');
  await host.tell(1);
  await expect(engine.wake()).rejects.toMatchObject({ code: 'ledger_unavailable' });
  await query(url, "alter role app password 'right'");
  await recovered(host, 2);
  await expectPromiseKept([host], place, engine);
  await engine.close();
});
