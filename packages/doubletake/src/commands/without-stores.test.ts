import { once } from 'node:events';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { memoryIo } from '../cli/memory-io.ts';
import { runCommand } from '../cli/run-command.ts';

let cwd = '';
beforeAll(async () => {
  cwd = await mkdtemp(path.join(tmpdir(), 'doubletake-'));
});
afterAll(async () => rm(cwd, { recursive: true }));

async function run(
  argv: readonly string[],
  env: Readonly<Record<string, string>> = {},
): Promise<{ readonly code: number; readonly out: string; readonly err: string }> {
  const io = memoryIo({ cwd, env });
  return { code: await runCommand(argv, io), out: io.out(), err: io.err() };
}

describe('without stores to open', () => {
  it('everything wrong with the settings is told, and no secret', async () => {
    const env = { DATABASE_URL: 'mysql://app:hunter2@db/x', DOUBLETAKE_RULEZ: '.' };
    const { code, err } = await run(['wake'], env);
    expect(code).toBe(2);
    expect(err).toMatch(/^settings_have_problems: the settings cannot be used\n/u);
    expect(err).toMatch(/^ {2}DOUBLETAKE_RULEZ is no setting; did you mean `DOUBLETAKE_RULES`/mu);
    expect(err).toMatch(/^ {2}DATABASE_URL is no URL that begins with postgres:/mu);
    expect(err).not.toContain('hunter2');
  });

  it('a server that is not there is told with its code', async () => {
    const { out: keys } = await run(['keys', 'new']);
    const url = 'postgres://app:hunter2@127.0.0.1:9/x';
    const { code, err } = await run(['wake'], { DATABASE_URL: url, DOUBLETAKE_KEYS: keys });
    expect(code).toBe(3);
    expect(err).toMatch(/^ledger_unavailable: /u);
    expect(err).not.toContain('hunter2');
  });

  it('migrate, which may take hours at work, waits no longer than others for a server that says nothing', async () => {
    const silent = createServer(() => {}).listen(0, '127.0.0.1');
    await once(silent, 'listening');
    const address = silent.address();
    const port = typeof address === 'object' && address !== null ? address.port : 0;
    const { out: keys } = await run(['keys', 'new']);
    const env = {
      DATABASE_URL: `postgres://app@127.0.0.1:${port}/x`,
      DOUBLETAKE_KEYS: keys,
      DOUBLETAKE_DATABASE_TIMEOUT: '200',
    };
    const other = await run(['wake'], env);
    expect(other).toMatchObject({ code: 3 });
    expect(other.err).toMatch(/^ledger_unavailable: /u);
    // Where it waited as long as it may work, this test would come to no end.
    expect(await run(['migrate'], env)).toEqual(other);
    silent.close();
  });

  it('keys new never writes over keys', async () => {
    expect((await run(['keys', 'new', '--out', 'keys.json'])).code).toBe(0);
    const before = await readFile(path.join(cwd, 'keys.json'), 'utf8');
    const again = await run(['keys', 'new', '--out', 'keys.json']);
    expect(again.code).toBe(2);
    expect(again.err).toMatch(/^keys_exist: /u);
    expect(await readFile(path.join(cwd, 'keys.json'), 'utf8')).toBe(before);
  });
});
