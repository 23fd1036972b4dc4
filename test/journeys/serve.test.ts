import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { z } from 'zod';
import { newKeysFile } from '../../packages/doubletake/src/keys-file.ts';
import { doubletake } from '../support/doubletake-command.ts';
import { freePort } from '../support/free-port.ts';
import { startPostgres, type PostgresServer } from '../support/postgres-server.ts';
import { running } from '../support/running-command.ts';

const PASSWORD = 'a fine long passphrase';

let home = '';
let postgres: PostgresServer;
beforeAll(async () => {
  home = await mkdtemp(path.join(tmpdir(), 'doubletake-serve-'));
  await writeFile(path.join(home, 'keys.json'), newKeysFile());
  postgres = await startPostgres();
});
afterAll(async () => {
  await postgres.stop();
  await rm(home, { recursive: true, force: true });
});

const SAID = z.object({ url: z.string(), setUpUrl: z.string().optional() });

async function serve() {
  const port = await freePort();
  const env = {
    DATABASE_URL: postgres.url,
    DOUBLETAKE_KEYS_FILE: 'keys.json',
    DOUBLETAKE_SECOND_FACTOR: 'optional',
    DOUBLETAKE_PORT: String(port),
    DOUBLETAKE_AUDIT_HEADS: 'heads.ndjson',
  };
  const process = running(['serve', '--json'], { cwd: home, env });
  const { url, setUpUrl } = SAID.parse(JSON.parse(await process.said()));
  expect(url).toBe(`http://127.0.0.1:${port}`);
  return { env, url, setUpUrl, end: process.end };
}

const send = (url: string, form: Readonly<Record<string, string>>) =>
  fetch(url, {
    method: 'POST',
    redirect: 'manual',
    headers: { 'sec-fetch-site': 'same-origin' },
    body: new URLSearchParams(form),
  });

describe('doubletake serve', () => {
  it('makes the first administrator by its link; any other process serves them from the same stores', async () => {
    const first = await serve();
    const setUp = await send(first.setUpUrl ?? '', { name: 'Ada', password: PASSWORD });
    expect(setUp.status).toBe(303);
    expect((await send(first.setUpUrl ?? '', { name: 'Eve', password: PASSWORD })).status).toBe(
      404,
    );

    const second = await serve();
    expect(second.setUpUrl).toBeUndefined();
    const [cookie = ''] = (setUp.headers.getSetCookie()[0] ?? '').split(';');
    for (const { url } of [first, second]) {
      const answer = await fetch(`${url}/queue`, { headers: { cookie }, redirect: 'manual' });
      expect([url, answer.status]).toEqual([url, 200]);
    }

    const taken = await doubletake(['serve'], { cwd: home, env: first.env });
    expect(taken).toMatchObject({ code: 2, out: '' });
    expect(taken.err).toMatch(/^console_address_unavailable/u);
    for (const { end } of [first, second]) expect(await end('SIGTERM')).toMatchObject({ code: 0 });

    // Each process added where the trail ended; neither wrote over the other's.
    const heads = await readFile(path.join(home, 'heads.ndjson'), 'utf8');
    expect(heads.trim().split('\n').length).toBeGreaterThanOrEqual(2);
    const verify = ['audit', 'verify', '--head', 'heads.ndjson'];
    expect(await doubletake(verify, { cwd: home, env: first.env })).toMatchObject({ code: 0 });
  });

  it('is not started where it cannot keep the end of the audit trail', async () => {
    const env = {
      DATABASE_URL: postgres.url,
      DOUBLETAKE_KEYS_FILE: 'keys.json',
      DOUBLETAKE_AUDIT_HEADS: 'no/such/folder/heads',
    };
    const ran = await doubletake(['serve'], { cwd: home, env });
    expect(ran).toMatchObject({ code: 3, out: '' });
    expect(ran.err).toMatch(/^file_unwritable.*\n.*DOUBLETAKE_AUDIT_HEADS/u);
  });

  it('is not started half set up', async () => {
    const env = { DOUBLETAKE_SSO_ISSUER: 'https://id.example.com', DOUBLETAKE_PORT: '0' };
    const ran = await doubletake(['serve'], { cwd: home, env });
    expect(ran).toMatchObject({ code: 2, out: '' });
    for (const name of ['DOUBLETAKE_PORT', 'DOUBLETAKE_SSO_CLIENT_ID', 'DOUBLETAKE_SSO_ROLES'])
      expect(ran.err).toContain(name);
  });
});
