import type { AuditHead, AuditVerdict } from '@doubletake/scoring';
import { BEGINNING, type ChainEnd, type ChainLink, isLinked, isSigned } from './chain.ts';
import { same, type ChainKeys } from './chain-keys.ts';

/** Links behind a place, in order, as many as the store likes; none at the end. */
export type ReadLinks = (after: number) => Promise<readonly ChainLink[]>;

/** Reads a chain from its beginning and names the first place that is not as it was written. */
export async function verifyChain(
  keys: ChainKeys,
  read: ReadLinks,
  head?: AuditHead,
): Promise<AuditVerdict> {
  if (head !== undefined && !isSigned(keys, head))
    return { ok: false, seq: head.seq, broken: 'head_forged' };
  let end: ChainEnd = BEGINNING;
  for (;;) {
    const links = await read(end.seq);
    for (const link of links) {
      if (link.seq !== end.seq + 1) return { ok: false, seq: end.seq + 1, broken: 'missing' };
      if (!isLinked(keys, end.hash, link)) return { ok: false, seq: link.seq, broken: 'changed' };
      if (link.seq === head?.seq && !same(link.hash, head.hash))
        return { ok: false, seq: link.seq, broken: 'changed' };
      end = link;
    }
    if (links.length === 0) break;
  }
  if (head !== undefined && head.seq > end.seq)
    return { ok: false, seq: end.seq + 1, broken: 'cut_off' };
  return { ok: true, entries: end.seq };
}
