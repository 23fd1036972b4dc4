import { GraphError } from '../errors.ts';
import { findRecord, stampOf, withRecord, type Bucket, type RecordId } from './bucket.ts';
import type { Place } from './keys.ts';
import type { Unpacker } from './pack.ts';
import type { SealedStore } from './sealed-store.ts';
import type { Swap } from './swap.ts';

/** What a record becomes; nothing for a record that is not there. INVARIANT: doing it twice is doing it once. */
export type Edit = (record: Unpacker | undefined) => Buffer | undefined;

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
  const places = [...new Map(edits.map(({ place }) => [place.key, place])).values()];
  const found = await store.read(places);
  const buckets = new Map(places.map(({ key }, index) => [key, found[index]]));
  for (const { place, edit } of edits)
    buckets.set(place.key, edited(buckets.get(place.key), place, edit));
  const swaps = places.flatMap(({ key, slice }, index): Swap[] => {
    const bucket = buckets.get(key);
    if (bucket === found[index]) return [];
    return [{ key, slice, stamp: stampOf(found[index]), bytes: bucket ?? Buffer.alloc(0) }];
  });
  return store.swap(swaps);
}

function edited(bucket: Bucket, id: RecordId, edit: Edit): Bucket {
  const before = findRecord(bucket, id);
  const after = edit(before);
  const unchanged = before && after ? before.equals(after) : before === after;
  return unchanged ? bucket : withRecord(bucket, id, after);
}
