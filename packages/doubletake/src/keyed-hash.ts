import { hash } from 'node:crypto';

/** Bytes SHA-256 takes in at a time. */
const BLOCK = 64;
const DIGEST = 32;

const LETTERS = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_';

/** A text's keyed hash, cut to so many bytes, in base64url. */
export type KeyedHash = (text: string, bytes: number) => string;

/**
 * HMAC-SHA-256 under one secret. Source: RFC 2104, §2. `createHmac` makes an object and a buffer for each text, which
 * costs twice what hashing takes; here both inputs are kept, and digests pass as strings, which Node makes cheaply: OpenSSL's
 * own letters most so.
 */
export function keyedHash(secret: Uint8Array): KeyedHash {
  const key = secret.length > BLOCK ? hash('sha256', secret, 'buffer') : secret;
  const outer = padded(key, 0x5c, BLOCK + DIGEST);
  let inner = padded(key, 0x36, BLOCK + 1024);
  return (text, bytes) => {
    // A UTF-16 unit is three bytes of UTF-8 at most.
    if (inner.length < BLOCK + 3 * text.length) inner = padded(key, 0x36, BLOCK + 6 * text.length);
    const end = BLOCK + inner.write(text, BLOCK);
    outer.write(hash('sha256', inner.subarray(0, end), 'binary'), BLOCK, 'latin1');
    return cut(hash('sha256', outer, 'base64url'), bytes);
  };
}

/** The letters of so many bytes, out of those of more: the last letter has bits of the byte that follows. */
function cut(letters: string, bytes: number): string {
  const whole = Math.floor((bytes * 8) / 6);
  const foreign = 6 * (whole + 1) - 8 * bytes;
  const last = LETTERS.indexOf(letters.charAt(whole));
  const own = foreign === 6 ? '' : LETTERS.charAt((last >> foreign) << foreign);
  return letters.slice(0, whole) + own;
}

/** A block of the key, each byte changed by the pad, and room behind it. */
function padded(key: Uint8Array, pad: number, size: number): Buffer {
  const block = Buffer.alloc(size);
  for (let index = 0; index < BLOCK; index += 1) block[index] = (key[index] ?? 0) ^ pad;
  return block;
}
