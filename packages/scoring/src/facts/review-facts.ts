import type { FactValue } from '@doubletake/rules';
import type { LedgerFactFamily } from './collected.ts';

/** Facts that stand from one decision on a reward to the next, until a person decides anew. */
const STANDING = ['review.outcome', 'review.reason', 'review.overruled'] as const;

/** What a person decided on this reward, whatever was decided in between, and what one is about to. */
export const reviewFacts: LedgerFactFamily = ({ scene }) => {
  const { previous, pendingBlock } = scene.record;
  const pending = { 'review.pending': pendingBlock };
  if (previous?.review !== undefined) {
    const { outcome, reason, overruled } = previous.review;
    return {
      'review.outcome': outcome,
      'review.reason': reason,
      'review.overruled': overruled,
      ...pending,
    };
  }
  const facts: Record<string, FactValue | undefined> = { ...pending };
  for (const id of STANDING) facts[id] = previous?.facts[id];
  return facts;
};
