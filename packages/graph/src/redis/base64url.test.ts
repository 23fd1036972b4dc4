import fc from 'fast-check';
import { expect, test } from 'vitest';
import { accountLetters, decodeTokens, TOKEN_STRIDE, writeAccount } from './base64url.ts';

const bytes = (length: number): fc.Arbitrary<Buffer> =>
  fc.uint8Array({ minLength: length, maxLength: length }).map((some) => Buffer.from(some));

test('tokens decoded together are what each is by itself', () => {
  const law = fc.property(fc.array(bytes(16)), (hashes) => {
    const tokens = hashes.map((hash, n) => `k${n}:${hash.toString('base64url')}`);
    const decoded = decodeTokens(tokens);
    hashes.forEach((hash, index) => {
      const start = index * TOKEN_STRIDE;
      expect(decoded.subarray(start, start + hash.length)).toEqual(hash);
    });
  });
  fc.assert(law);
});

test('an account reference is spelled and read as the runtime does', () => {
  const law = fc.property(bytes(12), fc.nat(4), (some, at) => {
    const letters = some.toString('base64url', at, at + 8);
    expect(accountLetters(some, at)).toBe(letters);
    const written = Buffer.alloc(12);
    writeAccount(letters, written, at);
    expect(written.subarray(at, at + 8)).toEqual(some.subarray(at, at + 8));
    expect(
      written.filter((byte, index) => byte !== 0 && (index < at || index >= at + 8)),
    ).toHaveLength(0);
  });
  fc.assert(law);
});

// Few values far apart, so that different accounts are remembered in the same place.
const half = fc.nat(3).map((n) => n * 2 ** 28);
const accounts = fc.array(fc.tuple(half, half), { minLength: 2 });

test('accounts remembered in the same place are told apart', () => {
  const law = fc.property(accounts, (halves) => {
    for (const [high, low] of halves) {
      const account = Buffer.alloc(8);
      account.writeUInt32BE(high);
      account.writeUInt32BE(low, 4);
      expect(accountLetters(account, 0)).toBe(account.toString('base64url'));
    }
  });
  fc.assert(law);
});
