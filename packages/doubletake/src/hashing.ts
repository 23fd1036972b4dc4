import type { IdentifierKey } from '@doubletake/identity';
import { memoText, type Hashing } from '@doubletake/scoring';
import { keyedHash } from './keyed-hash.ts';

/** A pepper with its id: 32 bytes kept outside every store. */
export interface Pepper {
  /** Short and public: it stands before every token made with it. */
  readonly kid: string;
  readonly secret: Uint8Array;
}

/** The secrets of a deployment. */
export interface Peppers {
  /** Writes new tokens. */
  readonly current: Pepper;
  /** Still read while tokens are rotated. */
  readonly older?: readonly Pepper[];
  /** Hashes account ids. It outlives rotations: an account's reference joins what was written before and after. */
  readonly accounts: Uint8Array;
}

/** 128 bits are enough for 10^18 values at one chance in a million of one collision. */
const TOKEN_BYTES = 16;
const REF_BYTES = 8;

/**
 * HMAC-SHA-256(pepper, `type|v1|canonical`) cut to 128 bits, as `kid:token`. The type inside the hash keeps equal
 * texts of different kinds apart; the kid outside it keeps rotations apart.
 */
export function keyedHashing({ current, older = [], accounts }: Peppers): Hashing {
  const keys = [current, ...older].map(({ kid, secret }) => ({
    kid,
    hash: keyedHash(secret),
  }));
  const hashAccount = keyedHash(accounts);
  return {
    kids: keys.map(({ kid }) => kid),
    tokenise: ({ type, value }: IdentifierKey) =>
      keys.map(({ kid, hash }) => `${kid}:${hash(`${type}|v1|${value}`, TOKEN_BYTES)}`),
    accountRef: memoText((accountId) => hashAccount(`account|v1|${accountId}`, REF_BYTES)),
  };
}

/**
 * Hashing for stores that die with the process and are never written down, as in `replay`: nothing is kept, so a key
 * everybody knows will do, and the same input always gives the same tokens.
 */
export function passingHashing(): Hashing {
  const secret = Buffer.alloc(32);
  const { tokenise, accountRef } = keyedHashing({
    current: { kid: 'r', secret },
    accounts: secret,
  });
  return { tokenise, accountRef };
}
