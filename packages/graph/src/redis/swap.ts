import type { Cluster, Redis } from 'ioredis';
import { runScript } from './run-script.ts';
import { SWAP } from './swap.lua.ts';

/** A bucket to be replaced if its stamp is still the one that was read. Empty bytes remove it. */
export interface Swap {
  readonly key: string;
  readonly slice: number;
  readonly stamp: Buffer;
  readonly bytes: Buffer;
}

/** What a slice's seal must begin with. */
export interface SealStart {
  readonly key: string;
  readonly text: string;
}

/** Keys of the buckets that were changed since they were read; `broken` when the seal was, and nothing was done. */
export type Swapped = readonly string[] | 'broken';

/** Swaps buckets of one slice in one step, the look at the seal included unless told otherwise. */
export async function swapTogether(
  redis: Redis | Cluster,
  swaps: readonly Swap[],
  seal: SealStart & { readonly unchecked?: boolean },
): Promise<Swapped> {
  const keys = swaps.map(({ key }) => key);
  const args = [seal.text, ...swaps.flatMap(({ stamp, bytes }) => [stamp, bytes])];
  const call = { keys: seal.unchecked ? keys : [...keys, seal.key], args };
  const reply = await runScript(redis, SWAP, call);
  const indices = Array.isArray(reply) ? reply.map(Number) : [];
  return indices[0] === 0 ? 'broken' : indices.flatMap((index) => keys[index - 1] ?? []);
}

/** Swaps buckets one by one, wherever each is, after a look at the seal: for a slice that is moving between servers. */
export async function swapOneByOne(
  cluster: Cluster,
  swaps: readonly Swap[],
  seal: SealStart,
): Promise<Swapped> {
  if (!(await cluster.get(seal.key))?.startsWith(seal.text)) return 'broken';
  const refused = await Promise.all(
    swaps.map(async (swap) => swapTogether(cluster, [swap], { ...seal, unchecked: true })),
  );
  return refused.flatMap((keys) => (keys === 'broken' ? [] : keys));
}
