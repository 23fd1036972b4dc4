import type { DomainEvent } from '@doubletake/scoring';
import { correctionsIn, type BatchChanges, type FirstTold } from '../corrected.ts';
import type { Transaction } from './database.ts';
import { statement } from './statement.ts';

const RECALL = statement('recall-corrected');

/** Recalls the rewards that were decided upon what a batch of events corrected, or without it; `last` is its last event. */
export function recallCorrected(
  tx: Transaction,
  { first, ...changes }: BatchChanges & { readonly first: FirstTold },
  { id, at }: DomainEvent,
): void {
  const { rewards, referrals, links } = correctionsIn(changes);
  const { orders, accounts } = first;
  if (rewards.length + links.length + orders.length + accounts.length === 0) return;
  tx.send(RECALL, [rewards, referrals, links, orders, accounts, id, at]);
}
