import type { AccountMerge, Merged } from '@doubletake/scoring';
import type { EngineParts } from '../engine/parts.ts';
import { catchUp } from '../engine/project.ts';

/**
 * Joins two accounts in the ledger and in the graph. A crash between the two heals by itself: the merge has its place in
 * the log, from which the graph catches up.
 */
export async function mergeAccounts(parts: EngineParts, merge: AccountMerge): Promise<Merged> {
  const merged = await parts.ledger.records.merge(merge, parts.clock());
  await catchUp(parts);
  return merged;
}
