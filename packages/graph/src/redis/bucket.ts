import { Unpacker } from './pack.ts';

/** Bytes at the start of a bucket that change with every write, so that a writer can tell whether another came between. */
export const STAMP_BYTES = 4;

/** Bytes before each record that say how long it is; its id follows. */
const SIZE_BYTES = 2;

/**
 * Many small records in one string: a key of its own would cost each of them more than it holds. Nothing at all is a
 * bucket without records. Ids of one bucket have the same length.
 */
export type Bucket = Buffer | null | undefined;

/** What a record is known by in its bucket: the bytes from here to there. */
export interface RecordId {
  readonly bytes: Buffer;
  readonly start: number;
  readonly end: number;
}

/** One record of a bucket, the others only passed over. */
export function findRecord(bucket: Bucket, id: RecordId): Unpacker | undefined {
  if (!bucket) return undefined;
  const found = locate(bucket, id);
  return found && new Unpacker(bucket, found.start + SIZE_BYTES + lengthOf(id), found.end);
}

/** Every record of a bucket, and what it is known by. */
export function* allRecords(
  bucket: Bucket,
  idBytes: number,
): Generator<{ readonly id: RecordId; readonly record: Unpacker }> {
  if (!bucket) return;
  for (let start = STAMP_BYTES; start < bucket.length;) {
    const end = endOf(bucket, start, idBytes);
    const id = { bytes: bucket, start: start + SIZE_BYTES, end: start + SIZE_BYTES + idBytes };
    yield { id, record: new Unpacker(bucket, id.end, end) };
    start = end;
  }
}

/** The bucket under a new stamp with a record put in its place, at the end if it is new, or taken out; nothing if none is left. */
export function withRecord(bucket: Bucket, id: RecordId, record: Buffer | undefined): Bucket {
  const before = bucket ?? Buffer.alloc(STAMP_BYTES);
  const { start, end } = locate(before, id) ?? { start: before.length, end: before.length };
  const added = record ? SIZE_BYTES + lengthOf(id) + record.length : 0;
  const length = before.length - (end - start) + added;
  if (length === STAMP_BYTES) return undefined;
  const after = Buffer.allocUnsafe(length);
  before.copy(after, 0, 0, start);
  if (record) {
    after.writeUInt16LE(record.length, start);
    id.bytes.copy(after, start + SIZE_BYTES, id.start, id.end);
    record.copy(after, start + added - record.length);
  }
  before.copy(after, start + added, end);
  after.writeUInt32LE(Math.floor(Math.random() * 2 ** 32));
  return after;
}

function locate(bucket: Buffer, id: RecordId): { start: number; end: number } | undefined {
  const length = lengthOf(id);
  for (let start = STAMP_BYTES; start < bucket.length;) {
    const end = endOf(bucket, start, length);
    if (holdsAt(bucket, start + SIZE_BYTES, id)) return { start, end };
    start = end;
  }
  return undefined;
}

function lengthOf({ start, end }: RecordId): number {
  return end - start;
}

function endOf(bucket: Buffer, start: number, idBytes: number): number {
  const size = (bucket[start] ?? 0) | ((bucket[start + 1] ?? 0) << 8);
  return start + SIZE_BYTES + idBytes + size;
}

// A loop: most ids differ in their first byte, which a native comparison would cost more than to look at.
function holdsAt(bucket: Buffer, at: number, { bytes, start, end }: RecordId): boolean {
  for (let index = start; index < end; index += 1)
    if (bucket[at + index - start] !== bytes[index]) return false;
  return true;
}
