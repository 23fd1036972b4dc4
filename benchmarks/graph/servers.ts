import { spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { Redis } from 'ioredis';

/** Redis servers started for one measurement. */
export interface Servers {
  /** One URL, or the nodes of a cluster separated by commas. */
  readonly url: string;
  readonly clients: readonly Redis[];
  readonly stop: () => void;
}

/** Starts one server, or a cluster of masters, from this port on. */
export async function startServers(count: number, port = 21_700): Promise<Servers> {
  const folder = mkdtempSync(join(tmpdir(), 'graph-benchmark-'));
  const ports = Array.from({ length: count }, (_, index) => port + index);
  const processes = ports.map((own) => {
    const files = ['--dir', folder, '--cluster-config-file', `nodes-${own}.conf`, '--save', ''];
    const cluster = count > 1 ? ['--cluster-enabled', 'yes'] : [];
    return spawn('redis-server', ['--port', String(own), ...files, ...cluster], {
      stdio: 'ignore',
    });
  });
  const clients = ports.map((own) => new Redis(own, '127.0.0.1', { retryStrategy: () => 50 }));
  for (const client of clients) client.on('error', () => {});
  await Promise.all(clients.map(async (client) => client.ping()));
  if (count > 1) await joinCluster(clients, ports);
  return {
    url: ports.map((own) => `redis://127.0.0.1:${own}`).join(','),
    clients,
    stop: () => {
      for (const client of clients) client.disconnect();
      for (const server of processes) server.kill('SIGKILL');
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

async function joinCluster(clients: readonly Redis[], ports: readonly number[]): Promise<void> {
  const share = 16_384 / clients.length;
  for (const [index, client] of clients.entries()) {
    const last = Math.ceil((index + 1) * share) - 1;
    await client.cluster('ADDSLOTSRANGE', Math.ceil(index * share), last);
    if (index > 0) await client.cluster('MEET', '127.0.0.1', ports[0] ?? 0);
  }
  for (const client of clients)
    while (!(await client.cluster('INFO')).includes('cluster_state:ok')) await sleep(50);
}
