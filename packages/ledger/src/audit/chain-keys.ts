import { createHmac, createSecretKey, timingSafeEqual, type KeyObject } from 'node:crypto';
import { LedgerError } from '../errors.ts';
import { checkedKeys, type KeyRing } from '../seal/keys.ts';

/** Keys that the audit trail is chained with: one writes, all of them check. The oldest comes last. */
export interface AuditKeys extends KeyRing {
  /** The last place a key that was replaced wrote, by key id: behind that it counts for nothing. */
  readonly until?: ReadonlyMap<string, number>;
}

/** What is said, in a fixed order, its kind first. */
export type Said = readonly (string | number)[];

/** Signs with the current key and checks with whichever a signature names. */
export interface ChainKeys {
  readonly sign: (said: Said) => string;
  /** Never by a key that is not among these. */
  readonly isSigned: (signature: string, said: Said, seq: number) => boolean;
  /** The key a signature names, when it is not among these. */
  readonly unknown: (signature: string) => string | undefined;
}

const KEY_BYTES = 32;
const UNNAMED = '';

/**
 * The keys of a chain: a ring, or one key of 32 bytes without a name.
 * @throws LedgerError `ledger_key_invalid`.
 */
export function chainKeys(given: Uint8Array | AuditKeys): ChainKeys {
  const { current, keys, until } = given instanceof Uint8Array ? unnamed(given) : ringOf(given);
  const [oldest = ''] = [...keys.keys()].slice(-1);
  // What was written before keys had names is the oldest one's.
  const kidOf = (signature: string): string =>
    signature.includes(':') ? signature.slice(0, signature.indexOf(':')) : oldest;
  return {
    sign: (said) => {
      const key = keys.get(current);
      if (key === undefined) throw new RangeError('the current key of a ring is in it');
      return (current === UNNAMED ? '' : `${current}:`) + macOf(said, key);
    },
    isSigned: (signature, said, seq) => {
      const kid = kidOf(signature);
      const key = keys.get(kid);
      if (key === undefined || seq > (until?.get(kid) ?? Infinity)) return false;
      return same(signature.slice(signature.indexOf(':') + 1), macOf(said, key));
    },
    unknown: (signature) => {
      const kid = kidOf(signature);
      return keys.has(kid) ? undefined : kid;
    },
  };
}

const macOf = (said: Said, key: KeyObject): string =>
  createHmac('sha256', key).update(JSON.stringify(said)).digest('base64url');

interface Ring {
  readonly current: string;
  readonly keys: ReadonlyMap<string, KeyObject>;
  readonly until?: ReadonlyMap<string, number> | undefined;
}

function unnamed(bytes: Uint8Array): Ring {
  if (bytes.length !== KEY_BYTES)
    throw new LedgerError(
      'ledger_key_invalid',
      `the audit key needs ${KEY_BYTES} bytes, found ${bytes.length}`,
    );
  return { current: UNNAMED, keys: new Map([[UNNAMED, createSecretKey(bytes)]]) };
}

function ringOf(ring: AuditKeys): Ring {
  const { current, keys } = checkedKeys(ring);
  const objects = [...keys].map(([kid, bytes]) => [kid, createSecretKey(bytes)] as const);
  return { current, keys: new Map(objects), until: ring.until };
}

export function same(a: string, b: string): boolean {
  const [left, right] = [Buffer.from(a), Buffer.from(b)];
  return left.length === right.length && timingSafeEqual(left, right);
}
