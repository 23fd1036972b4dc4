import fc from 'fast-check';
import { expect, test } from 'vitest';
import {
  allRecords,
  findRecord,
  STAMP_BYTES,
  withRecord,
  type Bucket,
  type RecordId,
} from './bucket.ts';

const ID_BYTES = 14;

/** An id among other bytes, as tokens that are decoded together have it. */
const idOf = (n: number): RecordId => ({
  bytes: Buffer.alloc(ID_BYTES + 4, n),
  start: 2,
  end: 2 + ID_BYTES,
});

// Few ids, so that records are found and replaced as often as added.
const id: fc.Arbitrary<RecordId> = fc.nat(5).map(idOf);
const record = fc.option(
  fc.uint8Array({ minLength: 1, maxLength: 40 }).map((bytes) => Buffer.from(bytes)),
  { nil: undefined },
);

test('a bucket keeps what a map would', () => {
  const law = fc.property(fc.array(fc.tuple(id, record)), (steps) => {
    const model = new Map<string, Buffer>();
    let bucket: Bucket;
    for (const [at, bytes] of steps) {
      bucket = withRecord(bucket, at, bytes);
      if (bytes) model.set(at.bytes.toString('hex'), bytes);
      else model.delete(at.bytes.toString('hex'));
    }
    for (const [at] of steps)
      expect(findRecord(bucket, at)?.bytes()).toEqual(model.get(at.bytes.toString('hex')));
    expect([...allRecords(bucket, ID_BYTES)]).toHaveLength(model.size);
    if (model.size === 0) expect(bucket).toBeUndefined();
  });
  fc.assert(law);
});

test('a bucket written again bears another stamp', () => {
  const at = idOf(0);
  const once = withRecord(undefined, at, Buffer.from('one'));
  const again = withRecord(once, at, Buffer.from('one'));
  expect(again?.subarray(0, STAMP_BYTES)).not.toEqual(once?.subarray(0, STAMP_BYTES));
  expect(again?.subarray(STAMP_BYTES)).toEqual(once?.subarray(STAMP_BYTES));
});
