import { createHmac, createSecretKey, timingSafeEqual, type KeyObject } from 'node:crypto';
import type { AuditEntry, AuditHead, AuditRecord, Instant } from '@doubletake/scoring';
import { LedgerError } from '../errors.ts';
import { asWritten } from '../sql/as-written.ts';

/** An entry as it is stored: its details as the text that was hashed. */
export interface ChainLink extends Omit<AuditRecord, 'details'> {
  readonly details: string;
}

/** The end of the chain. */
export type ChainEnd = Pick<AuditRecord, 'seq' | 'hash'>;

/** Before the first entry. */
export const BEGINNING: ChainEnd = { seq: 0, hash: '' };

const KEY_BYTES = 32;

/** @throws LedgerError `ledger_key_invalid` when the key is not 32 bytes. */
export function chainKey(bytes: Uint8Array): KeyObject {
  if (bytes.length !== KEY_BYTES)
    throw new LedgerError(
      'ledger_key_invalid',
      `the audit key needs ${KEY_BYTES} bytes, found ${bytes.length}`,
    );
  return createSecretKey(bytes);
}

/** The next link behind an end. */
export function linked(key: KeyObject, end: ChainEnd, entry: AuditEntry): ChainLink {
  const link = { ...entry, details: JSON.stringify(entry.details), seq: end.seq + 1 };
  return { ...link, hash: hashOf(key, end.hash, link) };
}

/** HMAC-SHA-256 over the hash before it and everything the link says. */
export function hashOf(key: KeyObject, before: string, link: Omit<ChainLink, 'hash'>): string {
  const { seq, at, actor, action, subject, details } = link;
  return mac(key, ['entry', before, seq, at, actor, action, subject, details]);
}

export function recordOf({ details, ...link }: ChainLink): AuditRecord {
  return { ...link, details: asWritten(JSON.parse(details)) };
}

export function signedHead(key: KeyObject, { seq, hash }: ChainEnd, at: Instant): AuditHead {
  return { seq, hash, at, signature: mac(key, ['head', seq, hash, at]) };
}

export function isSigned(key: KeyObject, { seq, hash, at, signature }: AuditHead): boolean {
  return same(signature, mac(key, ['head', seq, hash, at]));
}

export function same(a: string, b: string): boolean {
  const [left, right] = [Buffer.from(a), Buffer.from(b)];
  return left.length === right.length && timingSafeEqual(left, right);
}

// The kind comes first, so that the hash of an entry is never the signature of a head.
function mac(key: KeyObject, said: readonly (string | number)[]): string {
  return createHmac('sha256', key).update(JSON.stringify(said)).digest('base64url');
}
