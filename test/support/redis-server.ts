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
  /** Ends it as a crash would. */
  readonly kill: () => Promise<void>;
  /** Starts it again after that, on the same port and folder. */
  readonly restart: () => Promise<void>;
  readonly stop: () => Promise<void>;
}

/** Starts a Redis server on a free port with a folder of its own; nothing is saved. */
export async function startRedis(...settings: readonly string[]): Promise<RedisServer> {
  const port = await freePort();
  const folder = await mkdtemp(join(tmpdir(), 'redis-'));
  const own = ['--port', String(port), '--bind', '127.0.0.1', '--dir', folder, '--save', ''];
  const start = async (): Promise<ChildProcess> => {
    const started = spawn('redis-server', [...own, ...settings], { stdio: 'ignore' });
    await Promise.race([once(started, 'spawn'), failure(started)]);
    return started;
  };
  let server = await start();
  const kill = async (): Promise<void> => {
    if (server.exitCode !== null || server.signalCode !== null) return;
    server.kill('SIGKILL');
    await once(server, 'exit');
  };
  // The server must not outlive a test run that is cut short.
  const end = (): boolean => server.kill('SIGKILL');
  process.once('exit', end);
  // However long a busy machine takes to start a server: what is asked meanwhile waits.
  const patient = { retryStrategy: () => 50, maxRetriesPerRequest: null };
  const client = new Redis(port, '127.0.0.1', patient);
  client.on('error', () => {});
  const answering = async (): Promise<void> => {
    const gone = once(server, 'exit').then(() => {
      throw new Error(`redis-server ended at once, asked to listen on port ${port}`);
    });
    await Promise.race([client.ping(), gone]);
  };
  await answering();
  return {
    port,
    url: `redis://127.0.0.1:${port}`,
    client,
    kill,
    restart: async () => {
      server = await start();
      await answering();
    },
    stop: async () => {
      client.disconnect();
      process.off('exit', end);
      await kill();
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
