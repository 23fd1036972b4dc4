import type { Token } from '@doubletake/scoring';

const LETTERS = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_';

/** Two letters for every twelve bits. */
const PAIRS: readonly string[] = Array.from(
  { length: 4096 },
  (_, bits) => LETTERS.charAt(bits >> 6) + LETTERS.charAt(bits & 63),
);

const pair = (bits: number): string => PAIRS[bits & 0xfff] ?? '';

/** Bytes of one token among the decoded ones: its 22 letters and two more, which end it on a whole byte. */
export const TOKEN_STRIDE = 18;

/** The hashes of some tokens, one every so many bytes. Decoded together: calling the runtime costs more than its work. */
export function decodeTokens(tokens: readonly Token[]): Buffer {
  let letters = '';
  for (const token of tokens) letters += `${token.slice(token.indexOf(':') + 1)}AA`;
  return Buffer.from(letters, 'base64url');
}

/** The 11 letters of an account reference of 8 bytes. Spelled out here for the same reason. */
export function accountLetters(bytes: Buffer, at: number): string {
  const high = bytes.readUInt32BE(at);
  const low = bytes.readUInt32BE(at + 4);
  return (
    pair(high >>> 20) +
    pair(high >>> 8) +
    pair((high << 4) | (low >>> 28)) +
    pair(low >>> 16) +
    pair(low >>> 4) +
    LETTERS.charAt((low & 0xf) << 2)
  );
}
