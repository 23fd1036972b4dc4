import { LedgerError } from '../errors.ts';

/** Keys that seal what names a person: one writes, all of them read. */
export interface KeyRing {
  /** Id of the key that new values are sealed with. */
  readonly current: string;
  /** 32 bytes each, by key id (1 to 32 letters, digits, `_`, `.` or `-`). */
  readonly keys: ReadonlyMap<string, Uint8Array>;
}

/** Characters of the longest key id. */
export const KEY_ID_LENGTH = 32;

const KEY_ID = new RegExp(`^[\\w.-]{1,${KEY_ID_LENGTH}}$`);
const KEY_BYTES = 32;

/** The ring itself, or a `ledger_key_invalid` that names the key and what is wrong, never its bytes. */
export function checkedKeys(ring: KeyRing): KeyRing {
  for (const [id, key] of ring.keys) {
    if (!KEY_ID.test(id)) throw invalid(id, 'an id of 1 to 32 letters, digits, `_`, `.` or `-`');
    if (key.length !== KEY_BYTES) throw invalid(id, `${KEY_BYTES} bytes, found ${key.length}`);
  }
  if (!ring.keys.has(ring.current))
    throw invalid(ring.current, 'to be among the keys: it is current');
  return ring;
}

function invalid(id: string, needs: string): LedgerError {
  return new LedgerError('ledger_key_invalid', `key \`${id}\` needs ${needs}`);
}
