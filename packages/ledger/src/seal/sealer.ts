import { createCipheriv, createDecipheriv, randomBytes } from 'node:crypto';
import { LedgerError } from '../errors.ts';
import { checkedKeys, KEY_ID_LENGTH, type KeyRing } from './keys.ts';

const CIPHER = 'aes-256-gcm';
const VERSION = 1;
const IV_BYTES = 12;
const TAG_BYTES = 16;

/** The longest stamp. */
export const STAMP_BYTES: number = 2 + KEY_ID_LENGTH + IV_BYTES;

/** Where a sealed value stands: it opens nowhere else. */
export interface Place {
  readonly table: string;
  readonly id: string;
  readonly column: string;
}

export interface Sealer {
  /** What everything sealed with the current key begins with. */
  readonly head: Buffer;
  readonly seal: (text: string, place: Place) => Buffer;
  /** @throws LedgerError `ledger_key_missing` or `ledger_seal_broken`; neither says what was inside. */
  readonly open: (sealed: Uint8Array, place: Place) => string;
}

/**
 * Seals texts with AES-256-GCM (NIST SP 800-38D) under a random 96-bit IV, bound to table, row and column as
 * additional data. Layout: version, length of the key id, key id, IV, tag, ciphertext.
 */
export function createSealer(ring: KeyRing): Sealer {
  const { current, keys } = checkedKeys(ring);
  const id = Buffer.from(current, 'latin1');
  const head = Buffer.concat([Buffer.of(VERSION, id.length), id]);
  const currentKey = keys.get(current) ?? Buffer.alloc(0);
  return {
    head,
    seal: (text, place) => {
      const iv = randomIv();
      const cipher = createCipheriv(CIPHER, currentKey, iv).setAAD(additional(place));
      const body = cipher.update(text, 'utf8');
      cipher.final();
      return Buffer.concat([head, iv, cipher.getAuthTag(), body]);
    },
    open: (sealed, place) => open(Buffer.from(sealed), { place, keys }),
  };
}

/** What a sealed value begins with and no other does: whatever is sealed anew, the same text too, has another IV. */
export function stampOf(sealed: Uint8Array): Uint8Array {
  return sealed.subarray(0, 2 + (sealed[1] ?? 0) + IV_BYTES);
}

function open(sealed: Buffer, { place, keys }: { place: Place; keys: KeyRing['keys'] }): string {
  const ivAt = 2 + (sealed[1] ?? 0);
  if (sealed[0] !== VERSION) throw broken(place);
  const keyId = sealed.toString('latin1', 2, ivAt);
  const key = keys.get(keyId);
  if (key === undefined)
    throw new LedgerError(
      'ledger_key_missing',
      `${name(place)} is sealed with key \`${keyId}\`; add it to the keys`,
    );
  const tagAt = ivAt + IV_BYTES;
  const bodyAt = tagAt + TAG_BYTES;
  try {
    const decipher = createDecipheriv(CIPHER, key, sealed.subarray(ivAt, tagAt))
      .setAAD(additional(place))
      .setAuthTag(sealed.subarray(tagAt, bodyAt));
    const text = decipher.update(sealed.subarray(bodyAt));
    // INVARIANT: throws unless the tag is right; nothing is returned before.
    decipher.final();
    return text.toString('utf8');
  } catch (cause) {
    throw broken(place, cause);
  }
}

let pool = Buffer.alloc(0);

/** Random bytes fetched by the page: one system call for some 340 seals. */
function randomIv(): Buffer {
  if (pool.length < IV_BYTES) pool = randomBytes(IV_BYTES * 341);
  // INVARIANT: every byte of the pool is handed out once.
  const iv = pool.subarray(0, IV_BYTES);
  pool = pool.subarray(IV_BYTES);
  return iv;
}

function additional({ table, id, column }: Place): Buffer {
  return Buffer.from(`${table}:${id}:${column}`, 'utf8');
}

function name({ table, id, column }: Place): string {
  return `${column} of \`${id}\` in ${table}`;
}

function broken(place: Place, cause?: unknown): LedgerError {
  return new LedgerError(
    'ledger_seal_broken',
    `${name(place)} does not open: it was changed, moved, or sealed with another key of that id`,
    { cause },
  );
}
