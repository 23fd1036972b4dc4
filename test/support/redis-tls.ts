import type { Authority } from './certificates.ts';
import { freePort } from './free-port.ts';
import { startRedis, type RedisServer } from './redis-server.ts';

/** The name that servers have in their certificates, and are known by in a cluster. */
const HOST = 'localhost';

/** Starts a Redis server that is reached by name and over TLS; what looks behind its back still comes in plainly. */
export async function startRedisOverTls(
  authority: Authority,
  ...settings: readonly string[]
): Promise<RedisServer> {
  const port = await freePort();
  const { files } = authority.sign(HOST);
  const tls = ['--tls-port', String(port), '--tls-auth-clients', 'no'];
  const signed = ['--tls-cert-file', files.cert, '--tls-key-file', files.key];
  const trust = ['--tls-ca-cert-file', authority.file];
  const server = await startRedis(...tls, ...signed, ...trust, ...settings);
  return { ...server, port, url: `rediss://${HOST}:${port}` };
}

/** What makes such servers nodes of a cluster that talk over TLS too, and tell each other's names. */
export const CLUSTER_OVER_TLS: readonly string[] = [
  '--tls-cluster',
  'yes',
  '--cluster-announce-hostname',
  HOST,
  '--cluster-preferred-endpoint-type',
  'hostname',
];
