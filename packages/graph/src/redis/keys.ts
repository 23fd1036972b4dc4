import type { AccountRef, Token } from '@doubletake/scoring';
import { decodeTokens, TOKEN_STRIDE } from './base64url.ts';
import type { RecordId } from './bucket.ts';
import { BucketKey, keyStem, type KeyStem } from './bucket-key.ts';
import { SLICES, SLICE_TAGS, sliceOfTag } from './slices.ts';

/** Where a record lies: the key of its bucket, and what it is known by there, a token or account reference in bytes. */
export class Place extends BucketKey implements RecordId {
  readonly bytes: Buffer;
  readonly start: number;
  readonly end: number;

  constructor(stem: KeyStem, bucket: number, { bytes, start, end }: RecordId) {
    super(stem, bucket);
    this.bytes = bytes;
    this.start = start;
    this.end = end;
  }
}

/** Bytes of a token. */
const HASH_BYTES = 16;

/** Bytes of it that are not written down: in a graph of any size they are all but given by the bucket. */
const TOLD = 2;

/** Bytes of it that are. */
export const TOKEN_BYTES: number = HASH_BYTES - TOLD;

/** Records per bucket when the graph is as large as foreseen: enough to share a key's cost, few enough to read in passing. */
const PER_BUCKET = 8;

/** Tokens per account foreseen; so there are as many buckets of tokens as accounts. */
const TOKENS_PER_ACCOUNT = 8;

/** Every key of one graph. Names are `prefix{tag}kind:bucket`. */
export interface Keys {
  /** Says which graph this slice belongs to and how far it has come; gone when its server lost its data. */
  readonly seal: (slice: number) => BucketKey;
  /** Says who fills the graph, for as long as somebody does. */
  readonly lease: string;
  /** Matches every key and no other graph's. */
  readonly pattern: string;
  readonly isHolders: (key: string) => boolean;
  /** Whether a key holds tokens under a key id. */
  readonly isUnder: (key: string, kid: string) => boolean;
  /** A key that was found, as one to read. */
  readonly keyFrom: (key: string) => BucketKey;
  /** Of some tokens, decoded together. */
  readonly allHolders: (tokens: readonly Token[], accounts: number) => readonly Place[];
  readonly kin: (account: AccountRef, accounts: number) => Place;
}

/** The keys under a prefix. */
export function graphKeys(prefix: string): Keys {
  const known = new Map<string, readonly KeyStem[]>();
  const stemsOf = (kind: string): readonly KeyStem[] => {
    const found = known.get(kind);
    if (found) return found;
    const stems = SLICE_TAGS.map((tag, slice) => keyStem(slice, `${prefix}{${tag}}${kind}`));
    known.set(kind, stems);
    return stems;
  };
  const seals = stemsOf('seal').map((stem) => new BucketKey(stem));
  const kinStems = stemsOf('k:');
  // Tokens that are asked about together have nearly always one key id.
  let last = { start: ':', stems: kinStems };
  const stemsUnder = (token: Token): readonly KeyStem[] => {
    if (!token.startsWith(last.start)) {
      const start = token.slice(0, token.indexOf(':') + 1);
      last = { start, stems: stemsOf(`t${start}`) };
    }
    return last.stems;
  };
  const allHolders = (tokens: readonly Token[], accounts: number): Place[] => {
    const bytes = decodeTokens(tokens);
    const buckets = (accounts * TOKENS_PER_ACCOUNT) / PER_BUCKET;
    return tokens.map((token, nth) => {
      const start = nth * TOKEN_STRIDE;
      const id = { bytes, start: start + TOLD, end: start + HASH_BYTES };
      return place(stemsUnder(token), bucketOf(bytes, start, buckets), id);
    });
  };
  return {
    seal: (slice) => seals[slice] ?? noSlice(),
    lease: `${prefix}{${SLICE_TAGS[0]}}lease`,
    pattern: `${prefix.replaceAll(/[[\]*?\\^-]/g, String.raw`\$&`)}{*}*`,
    isHolders: (key) => key.startsWith('t', key.indexOf('}') + 1),
    isUnder: (key, kid) => key.startsWith(`t${kid}:`, key.indexOf('}') + 1),
    keyFrom: (text) => {
      const slice = sliceOfTag(text.slice(text.indexOf('{') + 1, text.indexOf('}')));
      return new BucketKey(keyStem(slice, text));
    },
    allHolders,
    kin: (account, accounts) => {
      const bytes = Buffer.from(account, 'base64url');
      const id = { bytes, start: 0, end: bytes.length };
      return place(kinStems, bucketOf(bytes, 0, accounts / PER_BUCKET), id);
    },
  };
}

function bucketOf(bytes: Buffer, start: number, buckets: number): number {
  return Math.floor((bytes.readUInt32BE(start) / 2 ** 32) * buckets);
}

function place(stems: readonly KeyStem[], bucket: number, id: RecordId): Place {
  return new Place(stemIn(stems, bucket % SLICES), bucket, id);
}

const stemIn = (stems: readonly KeyStem[], slice: number): KeyStem => stems[slice] ?? noSlice();

function noSlice(): never {
  throw new RangeError('there is no such slice');
}
