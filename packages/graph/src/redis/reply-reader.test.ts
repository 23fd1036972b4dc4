import fc from 'fast-check';
import { expect, test } from 'vitest';
import { ReplyReader, type Values } from './reply-reader.ts';

/** A reply: a list of values to be read, or anything else, as it is written. */
type Reply = { readonly values: Values } | { readonly other: string };

const blob = fc.uint8Array({ maxLength: 20 }).map((bytes) => Buffer.from(bytes));
const values: fc.Arbitrary<Reply> = fc
  .array(fc.option(blob), { minLength: 1, maxLength: 6 })
  .map((some) => ({ values: some }));
const other: fc.Arbitrary<Reply> = fc
  .constantFrom(
    '+OK\r\n',
    '-ERR no such thing\r\n',
    ':12\r\n',
    '_\r\n',
    '$-1\r\n',
    '$5\r\na\r\nbc\r\n',
    '*0\r\n',
    '*2\r\n*1\r\n:1\r\n$2\r\n\r\n\r\n',
    '%1\r\n+key\r\n~2\r\n:1\r\n#t\r\n',
    '>3\r\n+message\r\n$1\r\nc\r\n=7\r\ntxt:abc\r\n',
  )
  .map((text) => ({ other: text }));

function written(reply: Reply): Buffer {
  if ('other' in reply) return Buffer.from(reply.other);
  const parts = reply.values.map((value, nth) => {
    // Nothing at all is written in one way by RESP2 and in another by RESP3.
    if (!value) return Buffer.from(nth % 2 ? '_\r\n' : '$-1\r\n');
    return Buffer.concat([Buffer.from(`$${value.length}\r\n`), value, Buffer.from('\r\n')]);
  });
  return Buffer.concat([Buffer.from(`*${reply.values.length}\r\n`), ...parts]);
}

/** What is read of replies that come in pieces. */
function readIn(replies: readonly Reply[], pieces: readonly Buffer[]): readonly Reply[] {
  const found: Reply[] = [];
  const reader = new ReplyReader({
    isList: () => 'values' in (replies[found.length] ?? {}),
    take: (some) => found.push({ values: some }),
    pass: (bytes) => found.push({ other: bytes.toString() }),
  });
  for (const piece of pieces) reader.read(piece);
  return found;
}

const some = fc.array(fc.oneof(values, other), { maxLength: 8 });

test('what comes in is told apart the same, wherever its pieces begin and end', () => {
  const law = fc.property(
    some,
    fc.array(fc.integer({ min: 1, max: 40 }), { minLength: 1 }),
    (replies, sizes) => {
      const bytes = Buffer.concat(replies.map(written));
      const pieces: Buffer[] = [];
      for (let from = 0, nth = 0; from < bytes.length; nth += 1) {
        const to = from + (sizes[nth % sizes.length] ?? 1);
        pieces.push(bytes.subarray(from, to));
        from = to;
      }
      expect(readIn(replies, pieces)).toEqual(replies);
    },
  );
  fc.assert(law);
});

test('it may break off anywhere, and at every byte', () => {
  const law = fc.property(some, (replies) => {
    const bytes = Buffer.concat(replies.map(written));
    for (let cut = 0; cut <= bytes.length; cut += 1)
      expect(readIn(replies, [bytes.subarray(0, cut), bytes.subarray(cut)])).toEqual(replies);
    expect(
      readIn(
        replies,
        [...bytes].map((byte) => Buffer.of(byte)),
      ),
    ).toEqual(replies);
  });
  fc.assert(law, { numRuns: 30 });
});
