import type { Cluster, Redis } from 'ioredis';
import type { BucketKey } from './bucket-key.ts';
import type { ScriptCall } from './run-script.ts';
import type { SealStart, Swap, Swapped } from './swap.ts';

/** Keys that one command may name together. */
export interface Group {
  /** The slice they lie in; on a single server any slice stands for all. */
  readonly slice: number;
  readonly keys: readonly BucketKey[];
}

/** Whether a cursor was moved; `broken` when the graph is not the one it was. */
export type Advanced = 'moved' | 'broken';

/** A place where a graph can live: one Redis server, or a cluster of them. */
export interface Home {
  readonly redis: Redis | Cluster;
  /** Whether every slice is on one server, so that all keys may be named together. */
  readonly whole: boolean;
  /** How many keys are worth waiting for each other: fewer cost more round trips, more leave the server idle meanwhile. */
  readonly keysTogether: number;
  /** Reads groups of keys, in one request to each server, side by side. */
  readonly read: (groups: readonly Group[]) => Promise<readonly (readonly (Buffer | null)[])[]>;
  /** Replaces buckets of one slice. */
  readonly swap: (swaps: readonly Swap[], seal: SealStart) => Promise<Swapped>;
  /** Moves the cursor of one slice, on the server that was last known to have it and on no other that took over since. */
  readonly advance: (slice: number, call: ScriptCall) => Promise<Advanced>;
  /**
   * How often what lies here may have given way to an older copy of itself: a connection broke, or another server took
   * over. What was written before is not to be built upon without a look.
   */
  readonly breaks: () => number;
  /** Every server that holds keys. */
  readonly servers: () => readonly Redis[];
}
