import { randomUUID } from 'node:crypto';
import { existsSync, linkSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { LedgerError } from '../errors.ts';
import { hasPulse, pulseAt } from './folder-pulse.ts';
import { makeFolder, usable } from './usable-folder.ts';

/** The process that holds a folder. The start time tells it from a later process under the same number. */
interface Holder {
  readonly pid: number;
  readonly started: string;
  /** Name of the socket in the folder that tells, also in another container, whether it lives. Absent: it could make none. */
  readonly pulse?: string;
}

const heldHere = new Set<string>();

/**
 * Takes a folder for this process and returns what gives it back. The lock of a process that is gone is taken over.
 * @throws LedgerError `ledger_folder_in_use`, naming the process that holds it; `ledger_folder_unusable` when the system
 * lets nothing be kept there.
 */
export async function lockFolder(folder: string): Promise<() => void> {
  makeFolder(folder);
  const lock = join(folder, 'doubletake.lock');
  // Not by the process number: in containers that share a folder it is often the same.
  const mine = `${lock}.${randomUUID().slice(0, 8)}`;
  if (heldHere.has(lock)) throw inUse(folder, process.pid);
  const pulse = await pulseAt(`${mine}.pulse`);
  const holding: Holder = {
    pid: process.pid,
    started: startOf(process.pid),
    ...(pulse === undefined ? {} : { pulse: basename(`${mine}.pulse`) }),
  };
  try {
    usable(folder, () => writeFileSync(mine, JSON.stringify(holding)));
    // INVARIANT: a link either makes the lock, whole, or fails; two processes never both make it.
    while (!usable(folder, () => link(mine, lock))) {
      const holder = read(lock);
      if (holder !== undefined && (await isAlive(holder, folder))) throw inUse(folder, holder.pid);
      await moveAside(lock, `${mine}.stale`);
    }
  } catch (error) {
    pulse?.stop();
    throw error;
  } finally {
    if (existsSync(mine)) rmSync(mine);
  }
  heldHere.add(lock);
  return () => {
    if (!heldHere.delete(lock)) return;
    rmSync(lock, { force: true });
    pulse?.stop();
  };
}

function link(from: string, to: string): boolean {
  try {
    linkSync(from, to);
    return true;
  } catch (error) {
    if (hasCode(error, 'EEXIST')) return false;
    throw error;
  }
}

/** Moves a dead process's lock away; puts it back when another process had taken it over in between. */
async function moveAside(lock: string, aside: string): Promise<void> {
  try {
    renameSync(lock, aside);
  } catch (error) {
    if (hasCode(error, 'ENOENT')) return;
    throw error;
  }
  const moved = read(aside);
  if (moved !== undefined && (await isAlive(moved, dirname(lock)))) link(aside, lock);
  else if (moved?.pulse !== undefined) rmSync(join(dirname(lock), moved.pulse), { force: true });
  rmSync(aside, { force: true });
}

function read(lock: string): Holder | undefined {
  try {
    const holder: unknown = JSON.parse(readFileSync(lock, 'utf8'));
    if (typeof holder !== 'object' || holder === null) return undefined;
    const { pid, started, pulse } = holder as Partial<Record<keyof Holder, unknown>>;
    if (typeof pid !== 'number' || typeof started !== 'string') return undefined;
    return { pid, started, ...(typeof pulse === 'string' ? { pulse: basename(pulse) } : {}) };
  } catch {
    // Gone, or never written whole: nobody's.
    return undefined;
  }
}

async function isAlive(holder: Holder, folder: string): Promise<boolean> {
  if (runsHere(holder)) return true;
  return holder.pulse !== undefined && hasPulse(join(folder, holder.pulse));
}

function runsHere({ pid, started }: Holder): boolean {
  // Our own number and not held here: a process before this one had it, as in a restarted container.
  if (pid === process.pid) return started !== '' && started === startOf(pid);
  try {
    process.kill(pid, 0);
  } catch (error) {
    if (!hasCode(error, 'EPERM')) return false;
  }
  return started === startOf(pid);
}

/** When a process started, in clock ticks since boot, where the system tells; else empty. */
export function startOf(pid: number): string {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, 'latin1');
    // Field 22, counted behind the command, which may hold anything.
    return stat.slice(stat.lastIndexOf(')') + 2).split(' ')[19] ?? '';
  } catch {
    return '';
  }
}

function hasCode(error: unknown, code: string): boolean {
  return error instanceof Error && 'code' in error && error.code === code;
}

function inUse(folder: string, pid: number): LedgerError {
  return new LedgerError(
    'ledger_folder_in_use',
    `the ledger in \`${folder}\` is open in process ${pid}; stop that process, or give this one a database url or another folder`,
  );
}
