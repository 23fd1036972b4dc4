import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { told } from '../../../../test/support/friends-of-ann.ts';
import { unwritable } from '../cli/file-errors.ts';
import { ClosedOutput } from '../cli/io.ts';
import { memoryIo } from '../cli/memory-io.ts';
import { runCommand } from '../cli/run-command.ts';

const NOW = Date.UTC(2026, 1, 20);
const due = ['bob', 'carla'].map((friend) => ({
  id: `due-${friend}`,
  type: 'reward.due',
  at: new Date(NOW).toISOString(),
  rewardId: `w-${friend}`,
}));

let cwd = '';
beforeEach(async () => {
  cwd = await mkdtemp(path.join(tmpdir(), 'doubletake-'));
});
afterEach(async () => rm(cwd, { recursive: true }));

const full = Object.assign(new Error('no space left'), { code: 'ENOSPC' });

test.each([
  { note: 'nobody reads', failure: new ClosedOutput(), why: 'nobody reads them any more' },
  { note: 'has no room', failure: unwritable('-', full), why: 'the disk is full' },
])(
  'decisions kept while standard output $note are named, and it does not end well',
  async ({ failure, why }) => {
    const events = [...told(['bob', 'carla']), ...due];
    const stdin = events.map((event) => `${JSON.stringify(event)}\n`).join('');
    const io = memoryIo({ stdin, cwd, now: () => NOW });
    expect(await runCommand(['record', '-'], io)).toBe(0);
    const stdout = { ...io.stdout, write: async () => Promise.reject(failure) };
    expect(await runCommand(['wake', '--json'], { ...io, stdout })).toBe(3);
    expect(io.err()).toContain('file_unwritable');
    expect(io.err()).toMatch(/the decisions on .*`w-bob`.* are kept/u);
    expect(io.err()).toContain(why);
  },
);
