import type { AccountRef, Token } from '@doubletake/scoring';

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

/** What each letter stands for, by its code. */
const VALUES: Uint8Array = new Uint8Array(128);
for (let value = 0; value < LETTERS.length; value += 1) VALUES[LETTERS.charCodeAt(value)] = value;

/** Writes the 8 bytes of an account reference. By hand, for the same reason. */
export function writeAccount(account: AccountRef, bytes: Buffer, at: number): void {
  let bits = 0;
  let held = 0;
  let end = at;
  for (let nth = 0; nth < account.length; nth += 1) {
    bits = (bits << 6) | (VALUES[account.charCodeAt(nth)] ?? 0);
    held += 6;
    if (held < 8) continue;
    held -= 8;
    bytes[end++] = (bits >> held) & 0xff;
  }
}

/** How many accounts are remembered. */
const REMEMBERED = 4096;

/** Their bytes, in two halves, and their letters, each where the first half says. */
const HIGHS: Uint32Array = new Uint32Array(REMEMBERED);
const LOWS: Uint32Array = new Uint32Array(REMEMBERED);
const NAMES: string[] = Array.from({ length: REMEMBERED }, () => 'AAAAAAAAAAA');

/** The 11 letters of an account reference of 8 bytes. The accounts of a pair hold most of what is read about it. */
export function accountLetters(bytes: Buffer, at: number): AccountRef {
  const high = bytes.readUInt32BE(at);
  const low = bytes.readUInt32BE(at + 4);
  const where = high % REMEMBERED;
  if (HIGHS[where] === high && LOWS[where] === low) return NAMES[where] ?? '';
  const name = spelled(high, low);
  HIGHS[where] = high;
  LOWS[where] = low;
  NAMES[where] = name;
  return name;
}

function spelled(high: number, low: number): AccountRef {
  return (
    pair(high >>> 20) +
    pair(high >>> 8) +
    pair((high << 4) | (low >>> 28)) +
    pair(low >>> 16) +
    pair(low >>> 4) +
    LETTERS.charAt((low & 0xf) << 2)
  );
}
