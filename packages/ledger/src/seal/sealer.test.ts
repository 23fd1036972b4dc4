import { fc, test as law } from '@fast-check/vitest';
import { describe, expect, it } from 'vitest';
import type { KeyRing } from './keys.ts';
import { createSealer } from './sealer.ts';

const ring = (current: string, ...fills: readonly (readonly [string, number])[]): KeyRing => ({
  current,
  keys: new Map(fills.map(([id, fill]) => [id, new Uint8Array(32).fill(fill)])),
});
const sealer = createSealer(ring('k1', ['k1', 1]));
const place = { table: 'accounts', id: 'ann', column: 'profile' };
const refusal = (code: string): unknown => expect.objectContaining({ code });

describe('a seal', () => {
  law.prop([fc.string({ unit: 'grapheme' }), fc.string()])(
    'opening what was sealed gives it back',
    (text, id) => {
      const there = { ...place, id };
      expect(sealer.open(sealer.seal(text, there), there)).toBe(text);
    },
  );

  law.prop([fc.string(), fc.nat()])('a changed byte never opens', (text, nth) => {
    const sealed = sealer.seal(text, place);
    // The key id aside: another id is another key.
    const position = nth % sealed.length;
    sealed[position] = (sealed[position] ?? 0) ^ 1;
    expect(() => sealer.open(sealed, place)).toThrow(/does not open|add it to the keys/);
  });

  it('never looks the same twice', () => {
    const seals = Array.from({ length: 1000 }, () => sealer.seal('ann@example.com', place));
    expect(new Set(seals.map((sealed) => sealed.toString('hex'))).size).toBe(1000);
  });

  it.each([
    { note: 'another row', moved: { id: 'bob' } },
    { note: 'another column', moved: { column: 'other' } },
    { note: 'another table', moved: { table: 'orders' } },
  ])('does not open in $note', ({ moved }) => {
    const sealed = sealer.seal('ann@example.com', place);
    expect(() => sealer.open(sealed, { ...place, ...moved })).toThrow(
      refusal('ledger_seal_broken'),
    );
  });

  it('opens with an older key while that is in the ring, and names the key when it is not', () => {
    const sealed = sealer.seal('ann@example.com', place);
    const rotated = createSealer(ring('k2', ['k1', 1], ['k2', 2]));
    expect(rotated.open(sealed, place)).toBe('ann@example.com');
    const without = createSealer(ring('k2', ['k2', 2]));
    expect(() => without.open(sealed, place)).toThrow('`k1`');
    expect(() => without.open(sealed, place)).toThrow(refusal('ledger_key_missing'));
  });

  it('tells nothing of the text when it does not open', () => {
    const other = createSealer(ring('k1', ['k1', 9]));
    const sealed = sealer.seal('ann@example.com', place);
    expect(() => other.open(sealed, place)).toThrow(/^(?!.*example).*$/);
  });
});

it.each([
  { note: 'a current key that is not there', keys: ring('k2', ['k1', 1]), says: '`k2`' },
  {
    note: 'a short key',
    keys: { current: 'k1', keys: new Map([['k1', new Uint8Array(16)]]) },
    says: '32 bytes, found 16',
  },
  { note: 'an id with a blank', keys: ring('k 1', ['k 1', 1]), says: '`k 1`' },
])('keys are refused: $note', ({ keys, says }) => {
  expect(() => createSealer(keys)).toThrow(refusal('ledger_key_invalid'));
  expect(() => createSealer(keys)).toThrow(says);
});
