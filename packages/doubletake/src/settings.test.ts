import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { rootCertificates } from 'node:tls';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { newKeysFile } from './keys-file.ts';
import { settingsFromEnv, type Env } from './settings.ts';
import type { SettingsErrorCode } from './settings-error.ts';

const PASSWORD = 'correct-horse';
const DATABASE = `postgres://app:${PASSWORD}@db.example:5432/doubletake`;
const KEYS = newKeysFile();

let base = '';
beforeEach(async () => {
  base = await mkdtemp(path.join(tmpdir(), 'doubletake-'));
});
afterEach(async () => rm(base, { recursive: true }));

describe('settings', () => {
  it('without any: embedded, in a folder here', () => {
    const value = { folder: path.join(base, '.doubletake') };
    expect(settingsFromEnv({ PATH: '/bin', DOUBLETAKE_KEYS: '' }, base)).toEqual({
      ok: true,
      value,
    });
  });

  it('with servers: everything of them, and no folder', async () => {
    const env = {
      DATABASE_URL: DATABASE,
      REDIS_URL: 'rediss://a:b@one:6379,rediss://two:6379',
      DOUBLETAKE_KEYS: KEYS,
      DOUBLETAKE_DATA: 'data',
      DOUBLETAKE_RULES: '.',
      DOUBLETAKE_ORGANIC_ORDERS: 'true',
      DOUBLETAKE_DATABASE_CONNECTIONS: '3',
      DOUBLETAKE_DATABASE_TIMEOUT: '500',
      DOUBLETAKE_REDIS_PREFIX: 'ours:',
      DOUBLETAKE_REDIS_TIMEOUT: '250',
      DOUBLETAKE_WEBHOOK_CA_FILE: 'ca.pem',
    };
    const [ca = ''] = rootCertificates;
    await writeFile(path.join(base, 'ca.pem'), ca);
    const settings = settingsFromEnv(env, base);
    expect(settings).toMatchObject({
      ok: true,
      value: {
        databaseUrl: DATABASE,
        redisUrl: env.REDIS_URL,
        rules: base,
        organicOrders: true,
        database: { connections: 3, timeout: 500 },
        redis: { prefix: 'ours:', timeout: 250 },
        webhooks: { ca },
      },
    });
    expect(settings.ok && settings.value).not.toHaveProperty('folder');
  });

  it('of the console: how it is reached, and who comes in how', () => {
    const env = {
      DOUBLETAKE_ORIGIN: 'https://review.example.com',
      DOUBLETAKE_PORT: '9000',
      DOUBLETAKE_AUDIT_HEADS: 'heads.ndjson',
      DOUBLETAKE_AUDIT_HEADS_EVERY: '15',
      DOUBLETAKE_SSO_ISSUER: 'https://id.example.com',
      DOUBLETAKE_SSO_CLIENT_ID: 'doubletake',
      DOUBLETAKE_SSO_CLIENT_SECRET: PASSWORD,
      DOUBLETAKE_SSO_ROLES: 'fraud team = analyst, leads=lead',
    };
    expect(settingsFromEnv(env, base)).toMatchObject({
      ok: true,
      value: {
        heads: { file: path.join(base, 'heads.ndjson'), every: 900_000 },
        console: {
          origin: 'https://review.example.com',
          port: 9000,
          singleSignOn: {
            clientSecret: PASSWORD,
            roles: [
              ['fraud team', 'analyst'],
              ['leads', 'lead'],
            ],
          },
        },
      },
    });
  });

  it('a secret may stand in a file', async () => {
    await writeFile(path.join(base, 'url'), `${DATABASE}\n`);
    await writeFile(path.join(base, 'keys.json'), KEYS);
    const env = { DATABASE_URL_FILE: 'url', DOUBLETAKE_KEYS_FILE: 'keys.json' };
    expect(settingsFromEnv(env, base)).toMatchObject({
      ok: true,
      value: { databaseUrl: DATABASE },
    });
  });

  const rows: readonly {
    note: string;
    env: Env;
    name: string;
    code: SettingsErrorCode;
    told: RegExp;
  }[] = [
    {
      note: 'a name with a slip',
      env: { DOUBLETAKE_RULEZ: '.' },
      name: 'DOUBLETAKE_RULEZ',
      code: 'settings_unknown_name',
      told: /did you mean `DOUBLETAKE_RULES`/u,
    },
    {
      note: 'a database of another make',
      env: { DATABASE_URL: `mysql://app:${PASSWORD}@db/x`, DOUBLETAKE_KEYS: KEYS },
      name: 'DATABASE_URL',
      code: 'settings_url_invalid',
      told: /begins with postgres:\/\/ or postgresql:\/\//u,
    },
    {
      note: 'a parameter with a slip, which would leave TLS off',
      env: { DATABASE_URL: `${DATABASE}?ssl_mode=verify-full`, DOUBLETAKE_KEYS: KEYS },
      name: 'DATABASE_URL',
      code: 'settings_url_invalid',
      told: /`ssl_mode`, did you mean `sslmode`/u,
    },
    {
      note: 'a word with a slip, which would be taken for another',
      env: { DATABASE_URL: `${DATABASE}?sslmode=verify-ful`, DOUBLETAKE_KEYS: KEYS },
      name: 'DATABASE_URL',
      code: 'settings_url_invalid',
      told: /`verify-ful` for `sslmode`.+did you mean `verify-full`/u,
    },
    {
      note: 'a parameter nobody reads',
      env: { REDIS_URL: 'redis://one?family=6' },
      name: 'REDIS_URL',
      code: 'settings_url_invalid',
      told: /`family`/u,
    },
    {
      note: 'a parameter every object has',
      env: { REDIS_URL: 'redis://one?toString=1' },
      name: 'REDIS_URL',
      code: 'settings_url_invalid',
      told: /`toString`/u,
    },
    {
      note: 'an end that nobody reads',
      env: { REDIS_URL: 'redis://one/#2' },
      name: 'REDIS_URL',
      code: 'settings_url_invalid',
      told: /has a `#`/u,
    },
    {
      note: 'one bad node among good ones',
      env: { REDIS_URL: `redis://one,${PASSWORD}` },
      name: 'REDIS_URL',
      code: 'settings_url_invalid',
      told: /rediss:\/\//u,
    },
    {
      note: 'a secret given twice',
      env: { DATABASE_URL: DATABASE, DATABASE_URL_FILE: 'url', DOUBLETAKE_KEYS: KEYS },
      name: 'DATABASE_URL',
      code: 'settings_given_twice',
      told: /`DATABASE_URL_FILE`/u,
    },
    {
      note: 'a file that is not there',
      env: { DATABASE_URL_FILE: 'nowhere', DOUBLETAKE_KEYS: KEYS },
      name: 'DATABASE_URL',
      code: 'settings_file_unreadable',
      told: /there is no such file/u,
    },
    {
      note: 'a server without keys',
      env: { DATABASE_URL: DATABASE },
      name: 'DOUBLETAKE_KEYS',
      code: 'settings_keys_missing',
      told: /doubletake keys new/u,
    },
    {
      note: 'keys cut short',
      env: { DOUBLETAKE_KEYS: KEYS.slice(0, -20) },
      name: 'DOUBLETAKE_KEYS',
      code: 'settings_key_invalid',
      told: /not a JSON object/u,
    },
    {
      note: 'one key of another length',
      env: { DOUBLETAKE_KEYS: JSON.stringify({ ...parsed(KEYS), accounts: PASSWORD }) },
      name: 'DOUBLETAKE_KEYS',
      code: 'settings_key_invalid',
      told: /`accounts` needs 32 bytes/u,
    },
    {
      note: 'rules that are not there',
      env: { DOUBLETAKE_RULES: 'ruels' },
      name: 'DOUBLETAKE_RULES',
      code: 'settings_value_invalid',
      told: /`ruels`/u,
    },
    {
      note: 'neither true nor false',
      env: { DOUBLETAKE_ORGANIC_ORDERS: 'yes' },
      name: 'DOUBLETAKE_ORGANIC_ORDERS',
      code: 'settings_value_invalid',
      told: /`yes`/u,
    },
    {
      note: 'no number',
      env: { DOUBLETAKE_REDIS_TIMEOUT: '1s' },
      name: 'DOUBLETAKE_REDIS_TIMEOUT',
      code: 'settings_value_invalid',
      told: /`1s`/u,
    },
    {
      note: 'no connection at all',
      env: { DOUBLETAKE_DATABASE_CONNECTIONS: '0' },
      name: 'DOUBLETAKE_DATABASE_CONNECTIONS',
      code: 'settings_value_invalid',
      told: /from 1 to 1000/u,
    },
    {
      note: 'a role nobody has',
      env: {
        DOUBLETAKE_SSO_ISSUER: 'https://id.example.com',
        DOUBLETAKE_SSO_CLIENT_ID: 'doubletake',
        DOUBLETAKE_SSO_CLIENT_SECRET: PASSWORD,
        DOUBLETAKE_SSO_ROLES: 'fraud=analyst,boss=king',
      },
      name: 'DOUBLETAKE_SSO_ROLES',
      code: 'settings_value_invalid',
      told: /gives no role/u,
    },
  ];

  it.each(rows)('$note is told by name, with what to do and without any secret', (row) => {
    const settings = settingsFromEnv(row.env, base);
    const problems = settings.ok ? [] : settings.problems;
    expect(problems).toMatchObject([{ name: row.name, code: row.code }]);
    const text = JSON.stringify(problems);
    expect(text).toMatch(row.told);
    expect(text).not.toContain(PASSWORD);
    expect(problems[0]?.hint).not.toBe('');
  });

  it.each([
    { note: 'nothing', text: '' },
    { note: 'something else', text: 'a certificate' },
    {
      note: 'what only looks like one',
      text: '-----BEGIN CERTIFICATE-----\nAAAA\n-----END CERTIFICATE-----\n',
    },
  ])('a file of certificates that holds $note is refused', async ({ text }) => {
    await writeFile(path.join(base, 'ca.pem'), text);
    for (const name of ['DOUBLETAKE_WEBHOOK_CA_FILE', 'DOUBLETAKE_REDIS_CA_FILE'])
      expect(settingsFromEnv({ [name]: 'ca.pem' }, base)).toMatchObject({
        ok: false,
        problems: [{ name, code: 'settings_file_unreadable' }],
      });
  });

  it('tells everything at once', () => {
    const settings = settingsFromEnv(
      Object.fromEntries(rows.flatMap(({ env }) => Object.entries(env))),
      base,
    );
    expect(settings.ok ? [] : settings.problems.map(({ name }) => name)).toEqual([
      'DOUBLETAKE_RULEZ',
      'DATABASE_URL',
      'REDIS_URL',
      'DOUBLETAKE_KEYS',
      'DOUBLETAKE_RULES',
      'DOUBLETAKE_ORGANIC_ORDERS',
      'DOUBLETAKE_DATABASE_CONNECTIONS',
      'DOUBLETAKE_REDIS_TIMEOUT',
      'DOUBLETAKE_SSO_ROLES',
    ]);
  });
});

function parsed(text: string): object {
  const value: unknown = JSON.parse(text);
  return typeof value === 'object' && value !== null ? value : {};
}
