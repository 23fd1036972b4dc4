import { randomBytes } from 'node:crypto';
import { Packer, Unpacker } from './pack.ts';

/** Bytes at the start of a bucket that change with every write, so that a writer can tell whether another came between. */
export const STAMP_BYTES = 4;

/** A bucket's records by their id in hexadecimal. */
export type Bucket = Map<string, Buffer>;

/**
 * Many small records in one string: a key of its own would cost each of them more than it holds. Ids of one bucket have
 * the same length.
 */
export function packBucket(bucket: Bucket): Buffer {
  const packer = new Packer();
  packer.raw(randomBytes(STAMP_BYTES));
  for (const [id, record] of bucket) {
    packer.raw(Buffer.from(id, 'hex'));
    packer.count(record.length);
    packer.raw(record);
  }
  return packer.bytes();
}

/** Reads back {@link packBucket}. */
export function unpackBucket(bytes: Buffer | undefined, idBytes: number): Bucket {
  const bucket: Bucket = new Map();
  if (bytes === undefined) return bucket;
  const packed = new Unpacker(bytes, STAMP_BYTES);
  while (!packed.atEnd()) {
    const id = packed.raw(idBytes).toString('hex');
    bucket.set(id, packed.raw(packed.count()));
  }
  return bucket;
}

/** One record of a packed bucket, the others only skipped. */
export function findRecord(bytes: Buffer | undefined, id: Buffer): Buffer | undefined {
  if (bytes === undefined) return undefined;
  const packed = new Unpacker(bytes, STAMP_BYTES);
  const first = id.readUInt32LE(0);
  while (!packed.atEnd()) {
    const found = packed.raw(id.length);
    const size = packed.count();
    if (found.readUInt32LE(0) === first && found.equals(id)) return packed.raw(size);
    packed.raw(size);
  }
  return undefined;
}

/** The stamp of a packed bucket; empty when there is none. */
export function stampOf(bytes: Buffer | undefined): Buffer {
  return bytes === undefined ? Buffer.alloc(0) : bytes.subarray(0, STAMP_BYTES);
}
