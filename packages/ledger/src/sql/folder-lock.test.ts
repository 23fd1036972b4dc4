import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { lockFolder, startOf } from './folder-lock.ts';
import { hasPulse } from './folder-pulse.ts';

const inUse = (pid: number): RegExp => new RegExp(`is open in process ${pid};`);

describe('a folder', () => {
  let folder: string;
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'folder-lock-'));
  });
  afterEach(() => rmSync(folder, { recursive: true, force: true }));
  const leaveLock = (holder: object): void =>
    writeFileSync(join(folder, 'doubletake.lock'), JSON.stringify(holder));
  const takenOver = async (): Promise<void> => {
    const unlock = await lockFolder(folder);
    unlock();
    expect(readdirSync(folder)).toEqual([]);
  };

  it('is held once, and can be taken again when it was given back', async () => {
    const unlock = await lockFolder(folder);
    await expect(lockFolder(folder)).rejects.toThrow(inUse(process.pid));
    unlock();
    expect(readdirSync(folder)).toEqual([]);
    await takenOver();
  });

  it('held in another container is refused, though the number means nothing here; by one that died it is taken over', async () => {
    const holds = `
      const { createServer } = require('node:net');
      createServer().listen(process.argv[1], () => process.stdout.write('listening'));`;
    const holder = spawn(process.execPath, ['-e', holds, join(folder, 'theirs.pulse')]);
    await once(holder.stdout, 'data');
    leaveLock({ pid: 1, started: 'there', pulse: 'theirs.pulse' });
    await expect(lockFolder(folder)).rejects.toThrow(inUse(1));
    holder.kill('SIGKILL');
    await once(holder, 'exit');
    expect(readdirSync(folder)).toContain('theirs.pulse');
    await takenOver();
  });

  it('tells another container of its holder', async () => {
    const unlock = await lockFolder(folder);
    const pulse = readdirSync(folder).find((name) => name.endsWith('.pulse')) ?? '';
    expect(readFileSync(join(folder, 'doubletake.lock'), 'utf8')).toContain(`"${pulse}"`);
    expect(await hasPulse(join(folder, pulse))).toBe(true);
    unlock();
    expect(await hasPulse(join(folder, pulse))).toBe(false);
  });

  it.each([
    { note: 'below a file', place: () => join(folder, 'file', 'data') },
    { note: 'in a file', place: () => join(folder, 'file') },
  ])('$note can hold no data', async ({ place }) => {
    writeFileSync(join(folder, 'file'), '');
    await expect(lockFolder(place())).rejects.toThrow(
      /can hold no data: part of the path is no folder/u,
    );
  });

  it.runIf(existsSync('/proc/self'))(
    'where the system makes none is refused, in time',
    async () => {
      for (const place of ['/proc/doubletake', '/proc/doubletake/data'])
        await expect(lockFolder(place)).rejects.toMatchObject({ code: 'ledger_folder_unusable' });
    },
  );

  it('held by a process that lives is refused, naming it; by one that died is taken over', async () => {
    const holder = spawn(process.execPath, ['-e', 'setTimeout(() => {}, 60_000)']);
    await once(holder, 'spawn');
    const { pid = 0 } = holder;
    leaveLock({ pid, started: startOf(pid) });
    await expect(lockFolder(folder)).rejects.toThrow(inUse(pid));
    holder.kill('SIGKILL');
    await once(holder, 'exit');
    await takenOver();
  });

  it.runIf(existsSync('/proc/self/stat'))(
    'held by a number that another process has now is taken over',
    async () => {
      leaveLock({ pid: process.ppid, started: '1' });
      await takenOver();
    },
  );

  it.each([
    { note: 'by this very number, before a restart', lock: { pid: process.pid, started: '1' } },
    { note: 'by a lock that says nothing', lock: {} },
  ])('held $note is taken over', async ({ lock }) => {
    leaveLock(lock);
    await takenOver();
  });
});
