import { KEY_TYPES } from '@doubletake/identity';
import type { HeldToken } from '@doubletake/scoring';

/** Bytes of a type's place in its list, a key's in its own, a hash, and two instants. */
const [TYPE, KID, HASH, INSTANT] = [1, 1, 16, 6];
const TOKEN = TYPE + KID + HASH + 2 * INSTANT;

/**
 * Tokens in 30 bytes each, to be unpacked with the same keys.
 *
 * @param kids ids of the keys that made them.
 * @throws RangeError for a token of another key, or an instant beyond the year 10,000.
 */
export function packTokens(tokens: readonly HeldToken[], kids: readonly string[]): Uint8Array {
  const packed = Buffer.alloc(TOKEN * tokens.length);
  let at = 0;
  for (const { type, token, since, last } of tokens) {
    const colon = token.indexOf(':');
    at = packed.writeUInt8(KEY_TYPES.indexOf(type), at);
    at = packed.writeUInt8(kids.indexOf(token.slice(0, colon)), at);
    at += packed.write(token.slice(colon + 1), at, HASH, 'base64url');
    at = packed.writeUIntBE(since, at, INSTANT);
    at = packed.writeUIntBE(last, at, INSTANT);
  }
  return packed;
}

/**
 * Reads back {@link packTokens}.
 *
 * @throws RangeError when they are not as they were packed.
 */
export function unpackTokens(packed: Uint8Array, kids: readonly string[]): readonly HeldToken[] {
  const bytes = Buffer.from(packed.buffer, packed.byteOffset, packed.length);
  const tokens: HeldToken[] = [];
  for (let at = 0; at < bytes.length; at += TOKEN) {
    const type = KEY_TYPES[bytes.readUInt8(at)];
    const kid = kids[bytes.readUInt8(at + TYPE)];
    if (type === undefined || kid === undefined)
      throw new RangeError('tokens that are not as they were packed');
    const hashAt = at + TYPE + KID;
    const sinceAt = hashAt + HASH;
    tokens.push({
      type,
      token: `${kid}:${bytes.toString('base64url', hashAt, sinceAt)}`,
      since: bytes.readUIntBE(sinceAt, INSTANT),
      last: bytes.readUIntBE(sinceAt + INSTANT, INSTANT),
    });
  }
  return tokens;
}
