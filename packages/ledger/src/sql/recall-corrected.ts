import type { DomainEvent } from '@doubletake/scoring';
import { correctionsIn, type BatchChanges } from '../corrected.ts';
import type { Transaction } from './database.ts';
import { statement } from './statement.ts';

const RECALL = statement('recall-corrected');

/** Recalls the rewards that were decided upon what a batch of events corrected; `last` is the last event of it. */
export function recallCorrected(
  tx: Transaction,
  changes: BatchChanges,
  { id, at }: DomainEvent,
): void {
  const { rewards, referrals, links } = correctionsIn(changes);
  if (rewards.length + links.length > 0) tx.send(RECALL, [rewards, referrals, links, id, at]);
}
