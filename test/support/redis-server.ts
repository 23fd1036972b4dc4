import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Redis } from 'ioredis';
import { freePort } from './free-port.ts';

/** A Redis server of this test run's own. */
export interface RedisServer {
  readonly port: number;
  readonly url: string;
  /** To look behind the graph's back; closed with the server. */
  readonly client: Redis;
  readonly process: ChildProcess;
  readonly stop: () => Promise<void>;
}

/** Starts a Redis server on a free port with a folder of its own; nothing is saved. */
export async function startRedis(...settings: readonly string[]): Promise<RedisServer> {
  const port = await freePort();
  const folder = await mkdtemp(join(tmpdir(), 'redis-'));
  const own = ['--port', String(port), '--bind', '127.0.0.1', '--dir', folder, '--save', ''];
  const server = spawn('redis-server', [...own, ...settings], { stdio: 'ignore' });
  await Promise.race([once(server, 'spawn'), failure(server)]);
  // The server must not outlive a test run that is cut short.
  const kill = (): boolean => server.kill('SIGKILL');
  process.once('exit', kill);
  const client = new Redis(port, '127.0.0.1', { retryStrategy: () => 50 });
  client.on('error', () => {});
  await client.ping();
  return {
    port,
    url: `redis://127.0.0.1:${port}`,
    client,
    process: server,
    stop: async () => {
      client.disconnect();
      process.off('exit', kill);
      if (server.exitCode === null && server.signalCode === null) {
        kill();
        await once(server, 'exit');
      }
      await rm(folder, { recursive: true, force: true });
    },
  };
}

async function failure(server: ChildProcess): Promise<never> {
  return new Promise((_resolve, reject) => {
    server.once('error', (cause) => {
      const install = 'apt-get install redis-server, or brew install redis';
      reject(new Error(`these tests need redis-server 7 or newer: ${install}`, { cause }));
    });
  });
}
