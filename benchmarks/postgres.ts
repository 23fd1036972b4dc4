import { execFileSync, spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { chownSync, existsSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir, userInfo } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';

/** A PostgreSQL server started for one measurement. */
export interface Postgres {
  /** URL of a database of that name, made if need be. */
  readonly database: (name: string) => string;
  readonly stop: () => Promise<void>;
}

const DEBIAN = '/usr/lib/postgresql';

/** Starts a server as it comes but for 512 MB of shared buffers: commits reach the disk. */
export async function startPostgres(port = 21_950): Promise<Postgres> {
  const programs = existsSync(DEBIAN)
    ? join(DEBIAN, readdirSync(DEBIAN).toSorted().at(-1) ?? '', 'bin/')
    : '';
  const folder = mkdtempSync(join(tmpdir(), 'postgres-benchmark-'));
  const as = { ...ownerOf(folder), cwd: folder, stdio: 'ignore' as const };
  const init = ['-D', join(folder, 'data'), '-U', 'doubletake', '-A', 'trust', '--no-sync'];
  execFileSync(`${programs}initdb`, [...init, '-E', 'UTF8', '--locale', 'C.UTF-8'], as);
  const where = ['-D', join(folder, 'data'), '-p', String(port), '-h', '127.0.0.1', '-k', folder];
  const settings = ['shared_buffers=512MB', 'max_wal_size=8GB', 'shared_preload_libraries='];
  const server = spawn(
    `${programs}postgres`,
    [...where, ...settings.flatMap((setting) => ['-c', setting])],
    as,
  );
  const kill = (): boolean => server.kill('SIGQUIT');
  process.once('exit', kill);
  const address = ['-h', '127.0.0.1', '-p', String(port)];
  while (spawnSync(`${programs}pg_isready`, address).status !== 0) await sleep(50);
  return {
    database: (name) => {
      spawnSync(`${programs}createdb`, [...address, '-U', 'doubletake', name]);
      return `postgres://doubletake@127.0.0.1:${port}/${name}`;
    },
    stop: async () => {
      process.off('exit', kill);
      kill();
      await once(server, 'exit');
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

/** PostgreSQL refuses to run as root; then the folder and the server belong to the user `postgres`. */
function ownerOf(folder: string): { readonly uid?: number; readonly gid?: number } {
  if (userInfo().uid !== 0) return {};
  const owner = { uid: idOf('-u'), gid: idOf('-g') };
  chownSync(folder, owner.uid, owner.gid);
  return owner;
}

function idOf(flag: '-u' | '-g'): number {
  return Number(execFileSync('id', [flag, 'postgres']).toString());
}
