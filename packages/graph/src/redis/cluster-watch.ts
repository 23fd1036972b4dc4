import type { Cluster, Redis } from 'ioredis';
import { SLICE_TAGS, slotOf } from './slices.ts';

/** The hash slot every slice lies in. */
export const SLICE_SLOTS: readonly number[] = SLICE_TAGS.map(slotOf);

/** What is known of a cluster's nodes. */
export interface ClusterWatch {
  /** How often a node may have given way to an older copy: its connection broke, or all its slices went elsewhere. */
  readonly breaks: () => number;
  /** The node that a slice was last said to lie on, if it is still there. */
  readonly ownerOf: (slice: number) => Redis | undefined;
}

/**
 * Watches a cluster from before its first connection. A slice that moves takes along what it holds, and the node it came
 * from goes on with others; a replica that takes over for a node has all of its slices at once, and may lack its last
 * writes.
 */
export function watchCluster(cluster: Cluster): ClusterWatch {
  let breaks = 0;
  let owners: readonly (string | undefined)[] = [];
  const connected = new Set<Redis>();
  // Once for each connection: a node that is off its slices is cut off as well, and attempts that fail lose nothing more.
  const lose = (node: Redis): void => {
    if (connected.delete(node)) breaks += 1;
  };
  cluster.on('+node', (node: Redis) => {
    node.on('ready', () => connected.add(node));
    node.on('close', () => lose(node));
  });
  cluster.on('refresh', () => {
    const before = new Set(owners);
    owners = SLICE_SLOTS.map((slot) => cluster.slots[slot]?.[0]);
    const after = new Set(owners);
    for (const node of connected)
      if (before.has(nameOf(node)) && !after.has(nameOf(node))) lose(node);
  });
  return {
    breaks: () => breaks,
    ownerOf: (slice) => {
      const name = owners[slice];
      return cluster.nodes('master').find((node) => nameOf(node) === name);
    },
  };
}

/** How a cluster's table of slots names a node. */
export function nameOf({ options: { host, port } }: Redis): string {
  return `${host}:${port}`;
}
