import type { AccountRef, Token } from '@doubletake/scoring';
import { SLICES, SLICE_TAGS, sliceOfTag } from './slices.ts';

/** Where a record lies: the key of its bucket, and what it is known by there. */
export interface Place {
  readonly key: string;
  readonly slice: number;
  /** The token or account reference in bytes. */
  readonly hash: Buffer;
  /** How many of its first bytes are not written down in the bucket. */
  readonly told: number;
}

/** Bytes of a token that are not written down: in a graph of any size they are all but given by the bucket. */
const TOLD = 2;

/** Bytes of a token that are. */
export const TOKEN_BYTES: number = 16 - TOLD;

/** Records per bucket when the graph is as large as foreseen: enough to share a key's cost, few enough to read in passing. */
const PER_BUCKET = 8;

/** Tokens per account foreseen; so there are as many buckets of tokens as accounts. */
const TOKENS_PER_ACCOUNT = 8;

/** Every key of one graph. Names are `prefix{tag}kind:bucket`. */
export interface Keys {
  /** Says which graph this slice belongs to and how far it has come; gone when its server lost its data. */
  readonly seal: (slice: number) => string;
  /** Matches every key and no other graph's. */
  readonly pattern: string;
  readonly isHolders: (key: string) => boolean;
  /** Whether a key holds tokens under a key id. */
  readonly isUnder: (key: string, kid: string) => boolean;
  readonly sliceOf: (key: string) => number;
  readonly holders: (token: Token, accounts: number) => Place;
  readonly kin: (account: AccountRef, accounts: number) => Place;
}

/** The keys under a prefix. */
export function graphKeys(prefix: string): Keys {
  const starts = SLICE_TAGS.map((tag) => `${prefix}{${tag}}`);
  const inSlice = (slice: number, name: string): string => (starts[slice] ?? '') + name;
  const place = (kind: string, hash: Buffer, [buckets, told]: readonly [number, number]): Place => {
    const bucket = Math.floor((hash.readUInt32BE(0) / 2 ** 32) * buckets);
    const slice = bucket % SLICES;
    return { key: inSlice(slice, kind) + bucket, slice, hash, told };
  };
  return {
    seal: (slice) => inSlice(slice, 'seal'),
    pattern: `${prefix.replaceAll(/[[\]*?\\^-]/g, String.raw`\$&`)}{*}*`,
    isHolders: (key) => key.startsWith('t', key.indexOf('}') + 1),
    isUnder: (key, kid) => key.startsWith(`t${kid}:`, key.indexOf('}') + 1),
    sliceOf: (key) => sliceOfTag(key.slice(key.indexOf('{') + 1, key.indexOf('}'))),
    holders: (token, accounts) => {
      const colon = token.indexOf(':') + 1;
      const hash = Buffer.from(token.slice(colon), 'base64url');
      const buckets = (accounts * TOKENS_PER_ACCOUNT) / PER_BUCKET;
      return place(`t${token.slice(0, colon)}`, hash, [buckets, TOLD]);
    },
    kin: (account, accounts) =>
      place('k:', Buffer.from(account, 'base64url'), [accounts / PER_BUCKET, 0]),
  };
}
