import { expect, test } from 'vitest';
import { NO_HOLDERS, withHolding, withoutAccount, type HolderList } from './holder-list.ts';
import type { Holding } from './holding.ts';

function holding(n: number, since: number = n): Holding {
  const bytes = Buffer.alloc(8);
  // Spread over the ranks: the 48 bits a rank is made of.
  bytes.writeUIntBE((n * 0x9e37_79b9_7f) % 2 ** 48, 0, 6);
  bytes.writeUInt16BE(n, 6);
  const account = bytes.toString('base64url');
  return { account, since, last: since, maturedAt: Infinity, abusiveAt: Infinity };
}

const listOf = (count: number): HolderList =>
  Array.from({ length: count }, (_, n) => holding(n)).reduce(withHolding, NO_HOLDERS);
const since = (list: HolderList | undefined): number[] =>
  list?.holdings.map((each) => each.since) ?? [];

test.each([
  { note: '128 are all kept, without a sample', count: 128, kept: 128, sampled: undefined },
  { note: 'the 129th starts a sample', count: 129, kept: 128, sampled: 64 },
  { note: 'a thousand are no more', count: 1000, kept: 128, sampled: 64 },
])('$note', ({ count, kept, sampled }) => {
  const list = listOf(count);
  expect(list.holdings).toHaveLength(kept);
  expect(list.sketch?.sample.length).toBe(sampled);
  expect(since(list).slice(0, 32)).toEqual(Array.from({ length: 32 }, (_, n) => n));
  expect(since(list).slice(-96)).toEqual(Array.from({ length: 96 }, (_, n) => count - 96 + n));
});

test('an earlier sighting moves a holder forward, a later one leaves it in place', () => {
  const list = [holding(1, 10), holding(2, 20), holding(3, 30)].reduce(withHolding, NO_HOLDERS);
  expect(since(withHolding(list, holding(3, 5)))).toEqual([5, 10, 20]);
  const seen = withHolding(list, holding(1, 25));
  expect(seen.holdings[0]).toMatchObject({ since: 10, last: 25 });
});

test('whoever leaves is gone from the list and the sample; the last one takes all with it', () => {
  const everyone = Array.from({ length: 300 }, (_, n) => holding(n).account);
  const none = everyone.reduce(
    (list: HolderList | undefined, account) => list && withoutAccount(list, account),
    listOf(300),
  );
  expect(none).toBeUndefined();
  const [first = ''] = everyone;
  const rest = withoutAccount(listOf(300), first);
  expect(rest?.holdings.some(({ account }) => account === first)).toBe(false);
  expect(rest?.sketch?.sample.some(({ account }) => account === first)).toBe(false);
});
