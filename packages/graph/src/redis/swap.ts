import { Command, type Cluster, type Redis } from 'ioredis';
import { STAMP_BYTES, type Bucket } from './bucket.ts';
import type { BucketKey } from './bucket-key.ts';
import { CommandBytes } from './command-bytes.ts';
import { digestOf, isUnknown } from './run-script.ts';
import { SWAP } from './swap.lua.ts';

/** A bucket to be replaced if it still bears the stamp that was read; nothing removes it. */
export interface Swap {
  readonly place: BucketKey;
  readonly before: Bucket;
  readonly after: Bucket;
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
  seal: CheckedSeal,
): Promise<Swapped> {
  const run = async (name: string, script: string): Promise<unknown> => {
    const request = new SwapRequest([name, script], swaps, seal);
    redis.sendCommand(request);
    return request.promise;
  };
  const reply = await run('evalsha', digestOf(SWAP)).catch(async (error: unknown) => {
    if (isUnknown(error)) return run('eval', SWAP);
    throw error;
  });
  const indices = Array.isArray(reply) ? reply.map(Number) : [];
  return indices[0] === 0
    ? 'broken'
    : indices.flatMap((index) => swaps[index - 1]?.place.key ?? []);
}

interface CheckedSeal extends SealStart {
  readonly unchecked?: boolean;
}

/** A request to swap. */
class SwapRequest extends Command {
  readonly #bytes: Buffer;

  constructor(
    [name, script]: readonly [string, string],
    swaps: readonly Swap[],
    seal: CheckedSeal,
  ) {
    // A cluster finds the node by the key.
    super(name, [script, '1', seal.key]);
    this.#bytes = written([name, script], swaps, seal);
  }

  override toWritable(): Buffer {
    return this.#bytes;
  }
}

function written(
  [name, script]: readonly [string, string],
  swaps: readonly Swap[],
  { key, text, unchecked = false }: CheckedSeal,
): Buffer {
  const keys = swaps.length + (unchecked ? 0 : 1);
  let length = script.length + key.length + text.length;
  for (const { place, after } of swaps)
    length += place.stem.bytes.length + STAMP_BYTES + (after?.length ?? 0);
  const command = new CommandBytes(4 + keys + 2 * swaps.length, length);
  command.text(name);
  command.text(script);
  command.text(String(keys));
  for (const { place } of swaps) command.key(place);
  if (!unchecked) command.text(key);
  command.text(text);
  for (const { before, after } of swaps) {
    command.blob(before ?? NOTHING, 0, before ? STAMP_BYTES : 0);
    command.blob(after ?? NOTHING, 0, after?.length ?? 0);
  }
  return command.written();
}

const NOTHING = Buffer.alloc(0);

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
