import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Holding } from '../holding.ts';
import type { Link } from '../kin.ts';
import { Unpacker } from './pack.ts';
import { packHolders, unpackHolders } from './packed-holders.ts';
import { packKin, unpackKin } from './packed-kin.ts';

const instant = fc.nat(Number.MAX_SAFE_INTEGER);
const rarely = fc.option(instant, { nil: Infinity });
const account = fc
  .uint8Array({ minLength: 8, maxLength: 8 })
  .map((bytes) => Buffer.from(bytes).toString('base64url'));
const holding: fc.Arbitrary<Holding> = fc
  .record({ account, since: instant, stay: instant, maturedAt: rarely, abusiveAt: rarely })
  .map(({ stay, ...rest }) => ({
    ...rest,
    last: Math.min(rest.since + stay, Number.MAX_SAFE_INTEGER),
  }));
const sketch = fc.record({
  threshold: fc.integer({ min: 1, max: 2 ** 48 }),
  sample: fc.array(holding),
});
const links: fc.Arbitrary<readonly Link[]> = fc.array(fc.record({ account, at: instant }));

test('unpack ∘ pack is the identity: holders', () => {
  const lists = fc.oneof(
    fc.record({ holdings: fc.array(holding) }),
    fc.record({ holdings: fc.array(holding), sketch }),
  );
  const law = fc.property(lists, (list) => {
    expect(unpackHolders(new Unpacker(packHolders(list)))).toEqual(list);
  });
  fc.assert(law);
});

test('unpack ∘ pack is the identity: kin, nobody being nothing', () => {
  const records = fc.record({ referrers: links, referees: links, ancestry: links });
  fc.assert(
    fc.property(records, (kin) => {
      const packed = packKin(kin);
      expect(unpackKin(packed && new Unpacker(packed))).toEqual(kin);
    }),
  );
  expect(packKin({ referrers: [], referees: [], ancestry: [] })).toBeUndefined();
});

test('a single holder seen once takes 17 bytes', () => {
  const once = { account: 'AAAAAAAAAAA', since: Date.UTC(2026, 0), last: Date.UTC(2026, 0) };
  const list = { holdings: [{ ...once, maturedAt: Infinity, abusiveAt: Infinity }] };
  expect(packHolders(list)).toHaveLength(17);
});
