import { describe, expect, test } from 'vitest';
import type { HolderList } from '../holder-list.ts';
import { Hubs } from './hubs.ts';
import { Unpacker } from './pack.ts';
import { packHolders } from './packed-holders.ts';

/** So many holders, the first of them since an instant. */
function heldBy(count: number, since: number): HolderList {
  const holdings = Array.from({ length: count }, (_, nth) => {
    const bytes = Buffer.alloc(8);
    bytes.writeUInt32BE(nth);
    const at = since + nth;
    const account = bytes.toString('base64url');
    return { account, since: at, last: at, maturedAt: Infinity, abusiveAt: Infinity };
  });
  return { holdings };
}

const recordOf = (list: HolderList): Unpacker => new Unpacker(packHolders(list));

describe('what many hold', () => {
  test.each([
    { note: 'of one, read each time', count: 1, same: false },
    { note: 'of a hundred, remembered', count: 100, same: true },
  ])('$note', ({ count, same }) => {
    const hubs = new Hubs();
    const list = heldBy(count, 1000);
    const first = hubs.read('k:t', recordOf(list));
    const again = hubs.read('k:t', recordOf(list));
    expect(again).toEqual(list);
    expect(again === first).toBe(same);
  });

  test.each([
    { note: 'another holder', after: heldBy(101, 1000) },
    { note: 'one seen earlier, in as many bytes', after: heldBy(100, 999) },
  ])('is read anew after $note', ({ after }) => {
    const hubs = new Hubs();
    hubs.read('k:t', recordOf(heldBy(100, 1000)));
    expect(hubs.read('k:t', recordOf(after))).toEqual(after);
  });

  test('tokens are not taken for one another, however many there are', () => {
    const hubs = new Hubs(10);
    for (const round of [1, 2])
      for (let nth = 0; nth < 15; nth += 1) {
        const list = heldBy(100, 1000 * nth + round);
        expect(hubs.read(`k:${nth}`, recordOf(list))).toEqual(list);
      }
  });
});
