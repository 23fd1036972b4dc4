import { type ChildProcess, execFileSync, spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { chownSync, existsSync, readdirSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir, userInfo } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { freePort } from './free-port.ts';

/** A PostgreSQL server of this test run's own. */
export interface PostgresServer {
  readonly url: string;
  /** Ends it as a crash would. */
  readonly kill: () => Promise<void>;
  /** Starts it again after that, on the same port and folder. */
  readonly restart: () => Promise<void>;
  readonly stop: () => Promise<void>;
}

/** The server, and what ends it with this process. */
interface Running {
  readonly server: ChildProcess;
  readonly watcher: ChildProcess;
}

const INSTALL = 'these tests need PostgreSQL 15 or newer: apt-get install postgresql';
const PATIENCE = 30_000;

/** Starts a PostgreSQL server on a free loopback port with a folder of its own; its settings are PostgreSQL's, by name. */
export async function startPostgres(
  settings: Readonly<Record<string, string>> = {},
): Promise<PostgresServer> {
  const programs = findPrograms();
  const port = await freePort();
  const folder = await mkdtemp(join(tmpdir(), 'postgres-'));
  const as = { ...ownerOf(folder), cwd: folder };
  const data = join(folder, 'data');
  const init = ['--pgdata', data, '--username', 'doubletake', '--auth', 'trust', '--no-sync'];
  execFileSync(join(programs, 'initdb'), [...init, '--encoding', 'UTF8', '--locale', 'C.UTF-8'], {
    ...as,
    stdio: 'ignore',
  });
  const own = ['-D', data, '-p', String(port), '-h', '127.0.0.1', '-k', folder];
  const set = Object.entries(settings).flatMap(([name, value]) => ['-c', `${name}=${value}`]);
  const start = (): Running => {
    const server = spawn(join(programs, 'postgres'), [...own, ...set], {
      ...as,
      stdio: 'ignore',
    });
    // It must not outlive a test run that is cut short, were it by a signal nobody hears: the pipe then closes.
    const watch = ['-c', 'cat > /dev/null; kill -QUIT "$0"', String(server.pid)];
    const watcher = spawn('sh', watch, { ...as, stdio: ['pipe', 'ignore', 'ignore'] });
    return { server, watcher };
  };
  let running = start();
  const end = async (signal: 'SIGKILL' | 'SIGQUIT'): Promise<void> => {
    const { server, watcher } = running;
    watcher.kill();
    if (server.exitCode !== null || server.signalCode !== null) return;
    server.kill(signal);
    await once(server, 'exit');
  };
  const stop = async (): Promise<void> => {
    await end('SIGQUIT');
    await rm(folder, { recursive: true, force: true });
  };
  const ready = async (): Promise<void> => answers(join(programs, 'pg_isready'), port);
  await ready().catch(async (error: unknown) => {
    await stop();
    throw error;
  });
  return {
    url: `postgres://doubletake@127.0.0.1:${port}/postgres`,
    kill: async () => end('SIGKILL'),
    restart: async () => {
      // What its own processes still hold of a killed server is free a moment later; until then it refuses to start.
      do {
        running = start();
        await Promise.race([ready(), once(running.server, 'exit')]);
      } while (running.server.exitCode !== null);
    },
    stop,
  };
}

/** The newest installation Debian keeps, else what is on the path. */
function findPrograms(): string {
  const root = '/usr/lib/postgresql';
  const versions = existsSync(root) ? readdirSync(root) : [];
  const newestFirst = versions.toSorted((a, b) => Number(b) - Number(a));
  const folders = [
    ...newestFirst.map((version) => join(root, version, 'bin')),
    ...(process.env['PATH'] ?? '').split(':'),
  ];
  const found = folders.find((folder) => existsSync(join(folder, 'initdb')));
  if (found === undefined) throw new Error(INSTALL);
  return found;
}

/** PostgreSQL refuses to run as root; then its folder and the server belong to the user `postgres`. */
function ownerOf(folder: string): { readonly uid?: number; readonly gid?: number } {
  if (userInfo().uid !== 0) return {};
  const owner = { uid: idOf('-u'), gid: idOf('-g') };
  chownSync(folder, owner.uid, owner.gid);
  return owner;
}

function idOf(flag: '-u' | '-g'): number {
  return Number(execFileSync('id', [flag, 'postgres'], { encoding: 'utf8' }));
}

async function answers(probe: string, port: number): Promise<void> {
  for (const deadline = Date.now() + PATIENCE; Date.now() < deadline; await pause(50))
    if (spawnSync(probe, ['-h', '127.0.0.1', '-p', String(port)]).status === 0) return;
  throw new Error(`PostgreSQL did not answer on port ${port} within ${PATIENCE} ms`);
}
