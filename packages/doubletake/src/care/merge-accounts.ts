import type { AccountMerge, AuditEntry, Merged } from '@doubletake/scoring';
import type { EngineParts } from '../engine/parts.ts';
import { catchUp } from '../engine/project.ts';

/**
 * Joins two accounts in the ledger and in the graph. A crash between the two heals by itself: the merge has its place in
 * the log, from which the graph catches up. The entry goes into the audit trail with the merge, or not at all.
 */
export async function mergeAccounts(
  parts: EngineParts,
  merge: AccountMerge,
  entry?: AuditEntry,
): Promise<Merged> {
  const merged = await parts.ledger.records.merge(merge, parts.clock(), entry);
  await catchUp(parts);
  return merged;
}
