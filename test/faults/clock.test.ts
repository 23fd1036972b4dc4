import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { doubletake } from '../support/doubletake-command.ts';
import { KEYS_FILE, startServers, type Place, type Servers } from './stores.ts';

const MINUTE = 60_000;
const DAY = 24 * 60 * MINUTE;

const SHIFTED = `
const real = Date.now;
Date.now = () => real() + Number(process.env.SHIFTED_BY);
`;

let servers: Servers;
let place: Place;
let cwd: string;
beforeAll(async () => {
  servers = await startServers();
  place = await servers.place();
  cwd = await mkdtemp(join(tmpdir(), 'clock-'));
  await writeFile(join(cwd, 'keys.json'), KEYS_FILE);
  await writeFile(join(cwd, 'shifted.mjs'), SHIFTED);
});
afterAll(async () => {
  await servers.stop();
  await rm(cwd, { recursive: true });
});

const OFF = /^settings_clock_off: the clock of this machine is /u;

test.each([
  { note: 'as the database’s', by: 0, code: 0, said: /^$/u },
  { note: 'half a minute ahead', by: MINUTE / 2, code: 0, said: /^$/u },
  { note: 'three minutes behind', by: -3 * MINUTE, code: 0, said: OFF },
  { note: 'a quarter of an hour ahead', by: 15 * MINUTE, code: 2, said: /1[45] minutes ahead of/u },
  { note: 'thirty days ahead', by: 30 * DAY, code: 2, said: /30 days ahead of the database's/u },
  { note: 'a day behind', by: -DAY, code: 2, said: /24 hours behind the database's/u },
])('a machine whose clock is $note', async ({ by, code, said }) => {
  const ran = await doubletake(['wake'], {
    cwd,
    env: {
      DATABASE_URL: place.databaseUrl,
      REDIS_URL: place.redisUrl,
      DOUBLETAKE_KEYS_FILE: join(cwd, 'keys.json'),
      NODE_OPTIONS: `--import ${join(cwd, 'shifted.mjs')}`,
      SHIFTED_BY: String(by),
    },
  });
  expect(ran.err).toMatch(said);
  expect(ran.code).toBe(code);
});
