import { KEY_TYPES } from '@doubletake/identity';
import type { HeldToken } from '@doubletake/scoring';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { packTokens, unpackTokens } from './packed-tokens.ts';

const KIDS = ['p2', 'p1'];
const HASH = 'AbCdEfGhIjKlMnOpQrStUg';
const held = (fields: Partial<HeldToken> = {}): HeldToken => ({
  type: 'email',
  token: `p2:${HASH}`,
  since: 1,
  last: 2,
  ...fields,
});

const instant = fc.nat({ max: 2 ** 48 - 1 });
const token: fc.Arbitrary<HeldToken> = fc
  .record({
    type: fc.constantFrom(...KEY_TYPES),
    kid: fc.constantFrom(...KIDS),
    hash: fc.uint8Array({ minLength: 16, maxLength: 16 }),
    since: instant,
    last: instant,
  })
  .map(({ kid, hash, ...rest }) => ({
    ...rest,
    token: `${kid}:${Buffer.from(hash).toString('base64url')}`,
  }));

describe('tokens', () => {
  test('come out of packing as they went in', () => {
    fc.assert(
      fc.property(fc.array(token), (tokens) => {
        expect(unpackTokens(packTokens(tokens, KIDS), KIDS)).toEqual(tokens);
      }),
    );
  });

  test.for([
    { note: 'of a key that is not named', tokens: [held({ token: `p3:${HASH}` })] },
    { note: 'last seen beyond what six bytes hold', tokens: [held({ last: 2 ** 48 })] },
    { note: 'seen before 1970', tokens: [held({ since: -1 })] },
  ])('are not packed $note', ({ tokens }) => {
    expect(() => packTokens(tokens, KIDS)).toThrow(RangeError);
  });

  const packed = packTokens([held()], KIDS);
  test.for([
    { note: 'cut short', bytes: packed.subarray(0, -1) },
    {
      note: 'of a type nobody knows',
      bytes: Uint8Array.from(packed, (byte, n) => (n === 0 ? 99 : byte)),
    },
    {
      note: 'of a key that is gone',
      bytes: Uint8Array.from(packed, (byte, n) => (n === 1 ? 2 : byte)),
    },
  ])('are not taken for others when they come $note', ({ bytes }) => {
    expect(() => unpackTokens(bytes, KIDS)).toThrow(RangeError);
  });
});
