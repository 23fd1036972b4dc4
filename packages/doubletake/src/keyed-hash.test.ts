import { createHmac } from 'node:crypto';
import { fc } from '@fast-check/vitest';
import { expect, test } from 'vitest';
import { keyedHash } from './keyed-hash.ts';

const secrets = fc.uint8Array({ maxLength: 130 });
const texts = fc.string({ unit: 'grapheme', maxLength: 3000 });

test('one secret hashes texts of any length, one after another, as HMAC-SHA-256 does', () => {
  fc.assert(
    fc.property(secrets, fc.array(texts, { maxLength: 5 }), fc.nat(32), (secret, all, bytes) => {
      const hash = keyedHash(secret);
      for (const text of all)
        expect(hash(text, bytes)).toBe(
          createHmac('sha256', secret).update(text).digest().toString('base64url', 0, bytes),
        );
    }),
  );
});
