import { GraphError } from '../errors.ts';
import { packBucket, stampOf, unpackBucket, type Bucket } from './bucket.ts';
import type { Place } from './keys.ts';
import type { SealedStore } from './sealed-store.ts';
import type { Swap } from './swap.ts';

/** What a record becomes; nothing for a record that is not there. INVARIANT: doing it twice is doing it once. */
export type Edit = (record: Buffer | undefined) => Buffer | undefined;

/** An edit and the record it is meant for. */
export interface EditAt {
  readonly place: Place;
  readonly edit: Edit;
}

/** Times a bucket is read again because others wrote to it; each time at least one of the writers gets through. */
const ATTEMPTS = 100;

/**
 * Applies edits, each to its record: reads the buckets, edits, and replaces those that nobody changed meanwhile, then
 * the rest again. What an edit leaves as it is, is not written.
 */
export async function applyEdits(store: SealedStore, edits: readonly EditAt[]): Promise<void> {
  let open = edits;
  for (let attempt = 0; open.length > 0; attempt += 1) {
    if (attempt === ATTEMPTS)
      throw new GraphError('graph_contended', 'too many writers at the same keys, try again');
    const refused = await attemptEdits(store, open);
    open = open.filter(({ place }) => refused.has(place.key));
  }
}

async function attemptEdits(
  store: SealedStore,
  edits: readonly EditAt[],
): Promise<ReadonlySet<string>> {
  const stored = await store.read(edits.map(({ place }) => place));
  const buckets = new Map<string, Bucket>();
  const changed = new Map<string, Place>();
  for (const { place, edit } of edits) {
    const bucket = buckets.get(place.key) ?? unpackBucket(stored.get(place.key), place.id.length);
    buckets.set(place.key, bucket);
    if (editRecord(bucket, place.id, edit)) changed.set(place.key, place);
  }
  const swaps = [...changed.values()].map(({ key, slice }): Swap => {
    const bucket = buckets.get(key) ?? new Map<string, Buffer>();
    const bytes = bucket.size === 0 ? Buffer.alloc(0) : packBucket(bucket);
    return { key, slice, stamp: stampOf(stored.get(key)), bytes };
  });
  return store.swap(swaps);
}

function editRecord(bucket: Bucket, id: Buffer, edit: Edit): boolean {
  const name = id.toString('hex');
  const before = bucket.get(name);
  const after = edit(before);
  if (before === after || (before && after?.equals(before))) return false;
  if (after) bucket.set(name, after);
  else bucket.delete(name);
  return true;
}
