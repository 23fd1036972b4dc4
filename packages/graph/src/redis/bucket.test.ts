import fc from 'fast-check';
import { expect, test } from 'vitest';
import {
  allRecords,
  findRecord,
  stampOf,
  withRecord,
  type Bucket,
  type RecordId,
} from './bucket.ts';

const TOLD = 2;
const ID_BYTES = 14;

// Few ids, so that records are found and replaced as often as added.
const id: fc.Arbitrary<RecordId> = fc
  .nat(5)
  .map((n) => ({ hash: Buffer.alloc(ID_BYTES + TOLD, n), told: TOLD }));
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
      if (bytes) model.set(at.hash.toString('hex'), bytes);
      else model.delete(at.hash.toString('hex'));
    }
    for (const [at] of steps)
      expect(findRecord(bucket, at)?.bytes()).toEqual(model.get(at.hash.toString('hex')));
    expect([...allRecords(bucket, ID_BYTES)]).toHaveLength(model.size);
    if (model.size === 0) expect(bucket).toBeUndefined();
  });
  fc.assert(law);
});

test('a bucket written again bears another stamp', () => {
  const at = { hash: Buffer.alloc(16), told: TOLD };
  const once = withRecord(undefined, at, Buffer.from('one'));
  const again = withRecord(once, at, Buffer.from('one'));
  expect(stampOf(undefined)).toHaveLength(0);
  expect(stampOf(once)).toHaveLength(4);
  expect(stampOf(again)).not.toEqual(stampOf(once));
});
