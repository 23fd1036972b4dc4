import { Redis } from 'ioredis';
import { GraphError } from '../errors.ts';
import type { Home } from './home.ts';

/**
 * Makes sure that no server throws our keys away when it is full: whom they named would be nobody's from then on, and nothing
 * would show it. `volatile-*` is harmless, for but the lease has a time to live. Asked once for each connection, since who
 * comes back may be another server, and not by `CONFIG GET`, which few are let do.
 *
 * @throws GraphError `graph_evicts`; `graph_bad_option` for a node of a cluster that is taken for a server alone
 */
export function serverCheck({ redis, breaks, servers }: Home): () => Promise<void> {
  let foundWell: number | undefined;
  return async () => {
    if (foundWell === breaks()) return;
    // A cluster's nodes are known from the first answer on.
    await redis.ping();
    const asked = breaks();
    const told = await Promise.all(
      servers().map(async (server) => server.info('memory', 'cluster')),
    );
    told.forEach(refuseEviction);
    if (redis instanceof Redis) told.forEach(refuseNode);
    foundWell = asked;
  };
}

/** A node of a cluster has part of the keys; that it refuses the others, not every request comes to show. */
function refuseNode(cluster: string): void {
  if (!/^cluster_enabled:1/mu.test(cluster)) return;
  throw new GraphError(
    'graph_bad_option',
    'redis is a node of a cluster: set the option `cluster`',
  );
}

function refuseEviction(memory: string): void {
  const [, policy] = /^maxmemory_policy:(allkeys\S*)/mu.exec(memory) ?? [];
  if (policy === undefined) return;
  throw new GraphError(
    'graph_evicts',
    `redis throws away any key when it is full: set its \`maxmemory-policy\` from \`${policy}\` to \`noeviction\`, then run \`doubletake graph rebuild\``,
  );
}
