import type { AccountRef, Token } from '@doubletake/scoring';
import { SLICES, SLICE_TAGS, sliceOfTag } from './slices.ts';

/** Where a record lies: the key of its bucket, and its id there. */
export interface Place {
  readonly key: string;
  readonly slice: number;
  readonly id: Buffer;
}

/** Holders are kept by 16-byte tokens, kin by 8-byte account references. */
export const TOKEN_BYTES = 16;
export const ACCOUNT_BYTES = 8;

/** Records per bucket when the graph is as large as foreseen: enough to share a key's cost, few enough to read in passing. */
const PER_BUCKET = 8;

/** Tokens per account foreseen; so there are as many buckets of tokens as accounts. */
const TOKENS_PER_ACCOUNT = 8;

/** Every key of one graph. Names are `prefix{tag}kind:bucket`. */
export interface Keys {
  /** Says which graph this slice belongs to; gone when the slice's server lost its data. */
  readonly seal: (slice: number) => string;
  readonly cursor: string;
  /** Matches every key and no other graph's. */
  readonly pattern: string;
  readonly isHolders: (key: string) => boolean;
  readonly sliceOf: (key: string) => number;
  readonly holders: (token: Token, accounts: number) => Place;
  readonly kin: (account: AccountRef, accounts: number) => Place;
}

/** The keys under a prefix. */
export function graphKeys(prefix: string): Keys {
  const inSlice = (slice: number, name: string): string =>
    `${prefix}{${SLICE_TAGS[slice] ?? ''}}${name}`;
  const place = (name: string, id: Buffer, buckets: number): Place => {
    const bucket = Math.floor((id.readUIntBE(0, 6) / 2 ** 48) * buckets);
    const slice = bucket % SLICES;
    return { key: inSlice(slice, `${name}:${bucket.toString(36)}`), slice, id };
  };
  return {
    seal: (slice) => inSlice(slice, 'seal'),
    cursor: inSlice(0, 'cursor'),
    pattern: `${prefix.replaceAll(/[[\]*?\\^-]/g, String.raw`\$&`)}{*}*`,
    isHolders: (key) => key.startsWith('t', key.indexOf('}') + 1),
    sliceOf: (key) => sliceOfTag(key.slice(key.indexOf('{') + 1, key.indexOf('}'))),
    holders: (token, accounts) => {
      const colon = token.indexOf(':');
      const id = Buffer.from(token.slice(colon + 1), 'base64url');
      const buckets = Math.ceil((accounts * TOKENS_PER_ACCOUNT) / PER_BUCKET);
      return place(`t${token.slice(0, colon)}`, id, buckets);
    },
    kin: (account, accounts) =>
      place('k', Buffer.from(account, 'base64url'), Math.ceil(accounts / PER_BUCKET)),
  };
}
