import type { AuditHead, AuditVerdict } from '@doubletake/scoring';
import { LedgerError } from '../errors.ts';
import { BEGINNING, type ChainEnd, type ChainLink, isLinked, isSigned } from './chain.ts';
import { same, type ChainKeys } from './chain-keys.ts';

/** Where a chain is kept. */
export interface ChainStore {
  /** Links behind a place, or from the lowest on whatever its number, in order, as many as it likes; none at the end. */
  readonly read: (after?: number) => Promise<readonly ChainLink[]>;
  /** Whether a key may have been one of the chain's. */
  readonly everUsed: (kid: string) => Promise<boolean>;
}

/**
 * Reads a chain from its beginning and names the first place that is not as it was written.
 * @throws LedgerError `ledger_key_missing` when a place names a key that is not among these and was one of the chain's.
 */
export async function verifyChain(
  keys: ChainKeys,
  { read, everUsed }: ChainStore,
  head?: AuditHead,
): Promise<AuditVerdict> {
  const needsKey = async (seq: number, signature: string): Promise<void> => {
    const kid = keys.unknown(signature);
    // One that never was is a forgery like any other, and none that only the right keys could tell.
    if (kid === undefined || !(await everUsed(kid))) return;
    throw new LedgerError(
      'ledger_key_missing',
      `record ${seq} of the audit trail is signed with key \`${kid}\`, which is not in the ring`,
    );
  };
  if (head !== undefined && !isSigned(keys, head)) {
    await needsKey(head.seq, head.signature);
    return { ok: false, seq: head.seq, broken: 'head_forged' };
  }
  let end: ChainEnd = BEGINNING;
  for (let links = await read(); links.length > 0; links = await read(end.seq)) {
    for (const link of links) {
      if (link.seq > end.seq + 1) return { ok: false, seq: end.seq + 1, broken: 'missing' };
      if (link.seq <= end.seq) return { ok: false, seq: link.seq, broken: 'changed' };
      if (!isLinked(keys, end.hash, link)) {
        await needsKey(link.seq, link.hash);
        return { ok: false, seq: link.seq, broken: 'changed' };
      }
      if (link.seq === head?.seq && !same(link.hash, head.hash))
        return { ok: false, seq: link.seq, broken: 'changed' };
      end = link;
    }
  }
  if (head !== undefined && head.seq > end.seq)
    return { ok: false, seq: end.seq + 1, broken: 'cut_off' };
  return { ok: true, entries: end.seq };
}
