import { GraphError } from '../errors.ts';
import { findRecord, withRecord, type Bucket, type RecordId } from './bucket.ts';
import type { BucketKey } from './bucket-key.ts';
import type { Unpacker } from './pack.ts';
import type { SealedStore } from './sealed-store.ts';

/** What a record becomes; nothing for a record that is not there. INVARIANT: doing it twice is doing it once. */
export type Edit = (record: Unpacker | undefined) => Buffer | undefined;

/** An edit and the record it is meant for. */
export interface EditAt {
  readonly place: BucketKey & RecordId;
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
    open = refused.size === 0 ? [] : open.filter(({ place }) => refused.has(place.key));
  }
}

/** A bucket that edits are meant for, and what becomes of it. */
interface Touched {
  readonly key: string;
  readonly place: EditAt['place'];
  before: Bucket;
  after: Bucket;
}

async function attemptEdits(
  store: SealedStore,
  edits: readonly EditAt[],
): Promise<ReadonlySet<string>> {
  const buckets = new Map<string, Touched>();
  const touched = edits.map(({ place }) => {
    const { key } = place;
    const known = buckets.get(key);
    const bucket = known ?? { key, place, before: undefined, after: undefined };
    if (!known) buckets.set(key, bucket);
    return bucket;
  });
  const all = [...buckets.values()];
  const found = await store.read(all.map(({ place }) => place));
  for (const [index, bucket] of all.entries()) bucket.before = bucket.after = found[index];
  for (const [index, bucket] of touched.entries()) {
    const edit = edits[index];
    if (edit) bucket.after = edited(bucket.after, edit.place, edit.edit);
  }
  return store.swap(all.filter(({ before, after }) => after !== before));
}

function edited(bucket: Bucket, id: RecordId, edit: Edit): Bucket {
  const before = findRecord(bucket, id);
  const after = edit(before);
  const unchanged = before && after ? before.equals(after) : before === after;
  return unchanged ? bucket : withRecord(bucket, id, after);
}
