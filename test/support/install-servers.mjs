// Makes sure the servers the tests run against are there: real Redis, PostgreSQL and Chromium, never a mock. Installs
// Debian's packages when they are missing and that is possible; otherwise says what to do and fails.
import { spawnSync } from 'node:child_process';
import { existsSync, readdirSync } from 'node:fs';
import { delimiter, join } from 'node:path';

const onPath = (name) =>
  (process.env['PATH'] ?? '').split(delimiter).some((folder) => existsSync(join(folder, name)));

/** Debian keeps PostgreSQL's server binaries in a folder per version, off the path. */
const postgresInstalled = () => {
  const folder = '/usr/lib/postgresql';
  return (
    existsSync(folder) &&
    readdirSync(folder).some((version) => existsSync(join(folder, version, 'bin', 'initdb')))
  );
};

const SERVERS = [
  { package: 'redis-server', present: () => onPath('redis-server') },
  { package: 'postgresql', present: postgresInstalled },
  // Signs the certificates of the receivers that webhooks are tried against.
  { package: 'openssl', present: () => onPath('openssl') },
  {
    package: 'chromium',
    present: () => existsSync(process.env['CHROMIUM_PATH'] ?? '/usr/bin/chromium'),
  },
];

const missing = () => SERVERS.filter((server) => !server.present()).map((server) => server.package);

const run = (command, args) =>
  spawnSync(command, args, {
    stdio: 'inherit',
    env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' },
  }).status === 0;

const wanted = missing();
if (wanted.length > 0) {
  console.log(`the tests need ${wanted.join(', ')}; installing`);
  const asRoot = process.getuid?.() === 0 ? [] : ['sudo', '-n'];
  const apt = (...args) => {
    const [command, ...rest] = [...asRoot, 'apt-get', ...args];
    return run(command, rest);
  };
  if (onPath('apt-get') && apt('update', '-qq'))
    apt('install', '-y', '-qq', '--no-install-recommends', ...wanted);
  const left = missing();
  if (left.length > 0) {
    console.error(
      `could not install ${left.join(', ')}: install them and run the tests again (on Debian: apt-get install ${left.join(' ')})`,
    );
    process.exit(1);
  }
}
