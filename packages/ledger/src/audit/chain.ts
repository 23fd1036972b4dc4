import type { AuditEntry, AuditHead, AuditRecord, Instant } from '@doubletake/scoring';
import { asWritten } from '../sql/as-written.ts';
import type { ChainKeys, Said } from './chain-keys.ts';

/** An entry as it is stored: its details as the text that was hashed. */
export interface ChainLink extends Omit<AuditRecord, 'details'> {
  readonly details: string;
}

/** The end of the chain. */
export type ChainEnd = Pick<AuditRecord, 'seq' | 'hash'>;

/** Before the first entry. */
export const BEGINNING: ChainEnd = { seq: 0, hash: '' };

/** The next link behind an end. */
export function linked(keys: ChainKeys, end: ChainEnd, entry: AuditEntry): ChainLink {
  const link = { ...entry, details: JSON.stringify(entry.details), seq: end.seq + 1 };
  return { ...link, hash: keys.sign(saidBy(end.hash, link)) };
}

/** Whether a link's hash is over the hash before it and everything it says. */
export function isLinked(keys: ChainKeys, before: string, { hash, ...link }: ChainLink): boolean {
  return keys.isSigned(hash, saidBy(before, link), link.seq);
}

function saidBy(before: string, link: Omit<ChainLink, 'hash'>): Said {
  const { seq, at, actor, action, subject, details } = link;
  return ['entry', before, seq, at, actor, action, subject, details];
}

export function recordOf({ details, ...link }: ChainLink): AuditRecord {
  return { ...link, details: asWritten(JSON.parse(details)) };
}

// The kind comes first, so that the hash of an entry is never the signature of a head.
const headSaid = ({ seq, hash }: ChainEnd, at: Instant): Said => ['head', seq, hash, at];

export function signedHead(keys: ChainKeys, { seq, hash }: ChainEnd, at: Instant): AuditHead {
  return { seq, hash, at, signature: keys.sign(headSaid({ seq, hash }, at)) };
}

export function isSigned(keys: ChainKeys, head: AuditHead): boolean {
  return keys.isSigned(head.signature, headSaid(head, head.at), head.seq);
}
