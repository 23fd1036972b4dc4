import type { ChildProcess } from 'node:child_process';
import { mkdtemp, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { Readable } from 'node:stream';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { doubletake } from '../support/doubletake-command.ts';

let cwd = '';
beforeEach(async () => {
  cwd = await mkdtemp(path.join(tmpdir(), 'doubletake-interrupted-'));
});
afterEach(async () => rm(cwd, { recursive: true }));

test.each(['SIGINT', 'SIGTERM'] as const)(
  'a command ended by %s says so, with the exit code of its own, and leaves no half a file',
  async (signal) => {
    const children: ChildProcess[] = [];
    const stdin = new Readable({ read: () => {} });
    const argv = ['replay', '-', '--out', 'decisions.ndjson', '--json'];
    const onStart = (child: ChildProcess) => children.push(child);
    const ran = doubletake(argv, { cwd, env: {}, stdin, onStart });
    // What it writes stands there, under another name, as soon as it has begun.
    await expect.poll(() => readdir(cwd), { timeout: 60_000 }).not.toEqual([]);
    children[0]?.kill(signal);
    const { code, out, err } = await ran;
    expect({ code, out }).toEqual({ code: 130, out: '' });
    expect(JSON.parse(err)).toMatchObject({ error: { code: 'interrupted' } });
    expect(await readdir(cwd)).toEqual([]);
  },
  120_000,
);
