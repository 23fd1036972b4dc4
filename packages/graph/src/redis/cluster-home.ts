import { Cluster, ReplyError, type Redis } from 'ioredis';
import { advance } from './advance.ts';
import { nameOf, SLICE_SLOTS, watchCluster } from './cluster-watch.ts';
import { connectionSettings } from './connector.ts';
import { groupedBy } from './grouped-by.ts';
import type { Group, Home } from './home.ts';
import type { SettledOptions } from './options.ts';
import { readAhead } from './read-ahead.ts';
import { readBuckets } from './read-buckets.ts';
import type { Values } from './reply-reader.ts';
import { swapOneByOne, swapTogether } from './swap.ts';

/**
 * How often it is asked which node has what, in milliseconds. A node that gave way tells whoever asks it for a key, by
 * `MOVED` and never by `READONLY`; one that is cut off from the others does not know that it did.
 */
const REFRESH = 10_000;

/** A Redis Cluster. */
export function clusterHome(options: SettledOptions): Home {
  const nodes = options.url.split(',').map((url) => new URL(url));
  const secure = nodes.some(({ protocol }) => protocol === 'rediss:');
  const cluster: Cluster = new Cluster(
    nodes.map(({ hostname, port }) => ({ host: bare(hostname), port: Number(port || 6379) })),
    {
      lazyConnect: true,
      // A cluster that is down says so itself, to whoever asks.
      enableReadyCheck: false,
      retryDelayOnClusterDown: 0,
      slotsRefreshInterval: REFRESH,
      // Connected to by name: certificates are made out to names.
      dnsLookup: (host, found) => found(null, host),
      // Keys of a slice on its way to another node are then asked for one by one instead.
      retryDelayOnTryAgain: 1,
      redisOptions: {
        ...credentials(nodes[0]),
        ...(secure ? { tls: options.tls ?? {} } : {}),
        ...connectionSettings(options, (error) => cluster.emit('error', error)),
        maxRetriesPerRequest: 1,
      },
    },
  );
  cluster.on('+node', readAhead);
  const { breaks, ownerOf } = watchCluster(cluster);
  return {
    redis: cluster,
    keysTogether: 2048,
    whole: false,
    read: async (groups) => readByNode(cluster, groups),
    swap: async (swaps, seal) => {
      try {
        return await swapTogether(cluster, swaps, seal);
      } catch (error) {
        if (!isMoving(error)) throw error;
        return swapOneByOne(cluster, swaps, seal);
      }
    },
    advance: async (slice, call) => {
      // INVARIANT: sent by the cluster client, it would be sent again to whoever took over, with what was written before or
      // without. So it goes to the node itself.
      const owner = ownerOf(slice);
      if (!owner) return 'broken';
      try {
        return await advance(owner, call);
      } catch (error) {
        if (isRefusal(error, 'MOVED')) return 'broken';
        if (!isRefusal(error, 'ASK')) throw error;
        // On its way to another node, with all it holds.
        return advance(cluster, call);
      }
    },
    breaks,
    servers: () => cluster.nodes('master'),
  };
}

/** A URL has brackets round an IPv6 address; who looks it up has none. */
const bare = (hostname: string): string => hostname.replaceAll(/^\[|\]$/gu, '');

function credentials(url: URL | undefined): { username?: string; password?: string } {
  return {
    ...(url?.username ? { username: decodeURIComponent(url.username) } : {}),
    ...(url?.password ? { password: decodeURIComponent(url.password) } : {}),
  };
}

async function readByNode(cluster: Cluster, groups: readonly Group[]): Promise<readonly Values[]> {
  if (cluster.status !== 'ready')
    return Promise.all(groups.map((group) => readAnywhere(cluster, group)));
  const nodes = new Map<string, Redis>();
  for (const node of cluster.nodes('master')) nodes.set(nameOf(node), node);
  const shares = groupedBy(groups, ({ slice }) => cluster.slots[SLICE_SLOTS[slice] ?? 0]?.[0]);
  const found = new Map<Group, Values>();
  const readShare = async (node: Redis | undefined, share: readonly Group[]): Promise<void> => {
    const replies = node ? await readTogether(node, share) : [];
    await Promise.all(
      share.map(async (group, index) => {
        const reply = replies[index];
        found.set(group, typeof reply === 'object' ? reply : await readAnywhere(cluster, group));
        // Who has what is known before it is said what was found: another may have taken over, which counts as a break.
        if (reply === 'moved') await refreshed(cluster);
      }),
    );
  };
  await Promise.all(
    [...shares].map(async ([name, share]) => readShare(nodes.get(name ?? ''), share)),
  );
  return groups.map((group) => found.get(group) ?? []);
}

/** Reads groups from the node believed to hold them; no values for a group it does not hold, or is not there to give. */
async function readTogether(
  node: Redis,
  groups: readonly Group[],
): Promise<readonly (Values | 'moved' | undefined)[]> {
  const read = (): Promise<Values | 'moved' | undefined>[] =>
    groups.map(async ({ keys }) => readBuckets(node, keys).catch(elsewhere));
  if (node.status !== 'ready') return Promise.all(read());
  // Sent together: each by itself would cost a call of the system.
  const { stream } = node;
  stream.cork();
  const requests = read();
  stream.uncork();
  return Promise.all(requests);
}

/** Whether keys are to be looked for elsewhere: for good, or for now. What a node refuses is refused. */
function elsewhere(error: unknown): 'moved' | undefined {
  if (isRefusal(error, 'MOVED')) return 'moved';
  if (!(error instanceof ReplyError) || isRefusal(error, 'ASK') || isRefusal(error, 'TRYAGAIN'))
    return undefined;
  throw error;
}

/** Resolves once the nodes were asked anew which has what. */
async function refreshed(cluster: Cluster): Promise<void> {
  return new Promise((resolve) => {
    cluster.refreshSlotsCache(() => resolve());
  });
}

/** Reads key by key wherever each is: follows a slot that is moving or a node that failed over. */
async function readAnywhere(cluster: Cluster, { keys }: Group): Promise<Values> {
  return Promise.all(keys.map(async ({ key }) => cluster.getBuffer(key)));
}

const isRefusal = (error: unknown, code: 'ASK' | 'MOVED' | 'TRYAGAIN'): boolean =>
  error instanceof Error && error.message.startsWith(`${code} `);

/** Whether keys named together are on two nodes for now: the one tells to try again, the client is sent to and fro. */
function isMoving(error: unknown): boolean {
  return error instanceof Error && /TRYAGAIN|Too many Cluster redirections/.test(error.message);
}
