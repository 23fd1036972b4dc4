import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { lockFolder, startOf } from './folder-lock.ts';

const inUse = (pid: number): RegExp => new RegExp(`is open in process ${pid};`);

describe('a folder', () => {
  let folder: string;
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'folder-lock-'));
  });
  afterEach(() => rmSync(folder, { recursive: true, force: true }));
  const leaveLock = (holder: object): void =>
    writeFileSync(join(folder, 'doubletake.lock'), JSON.stringify(holder));
  it('is held once, and can be taken again when it was given back', () => {
    const unlock = lockFolder(folder);
    expect(() => lockFolder(folder)).toThrow(inUse(process.pid));
    unlock();
    expect(readdirSync(folder)).toEqual([]);
    lockFolder(folder)();
  });

  it.each([
    { note: 'below a file', place: () => join(folder, 'file', 'data') },
    { note: 'in a file', place: () => join(folder, 'file') },
  ])('$note can hold no data', ({ place }) => {
    writeFileSync(join(folder, 'file'), '');
    expect(() => lockFolder(place())).toThrow(/can hold no data: part of the path is no folder/u);
  });

  it.runIf(existsSync('/proc/self'))('where the system makes none is refused, in time', () => {
    for (const place of ['/proc/doubletake', '/proc/doubletake/data'])
      expect(() => lockFolder(place)).toThrow(
        expect.objectContaining({ code: 'ledger_folder_unusable' }),
      );
  });

  it('held by a process that lives is refused, naming it; by one that died is taken over', async () => {
    const holder = spawn(process.execPath, ['-e', 'setTimeout(() => {}, 60_000)']);
    await once(holder, 'spawn');
    const { pid = 0 } = holder;
    leaveLock({ pid, started: startOf(pid) });
    expect(() => lockFolder(folder)).toThrow(inUse(pid));
    holder.kill('SIGKILL');
    await once(holder, 'exit');
    lockFolder(folder)();
  });

  it.runIf(existsSync('/proc/self/stat'))(
    'held by a number that another process has now is taken over',
    () => {
      leaveLock({ pid: process.ppid, started: '1' });
      lockFolder(folder)();
    },
  );

  it.each([
    { note: 'by this very number, before a restart', lock: { pid: process.pid, started: '1' } },
    { note: 'by a lock that says nothing', lock: {} },
  ])('held $note is taken over', ({ lock }) => {
    leaveLock(lock);
    lockFolder(folder)();
  });
});
