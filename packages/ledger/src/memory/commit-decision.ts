import type { Committed, DecisionWrite } from '@doubletake/scoring';
import type { Keeping } from './keeping.ts';
import { isOvertaken } from './overtaken.ts';

/** Keeps one decision with what it does to its reward's case. */
export function commitDecision(on: Keeping, write: DecisionWrite): Committed {
  const { entities, book, cases } = on;
  const { decision } = write;
  if (isOvertaken(on, write)) return { outcome: 'overtaken' };
  const committed = book.commit(write, () => cases.check(decision));
  if (committed.outcome === 'committed' && !on.log.has(write.trigger))
    book.noteAhead(decision.rewardId, write.trigger);
  const reward = entities.rewards.state(decision.rewardId);
  if (committed.outcome === 'committed' && reward !== undefined)
    cases.decided(decision, reward, entities.referrals.state(reward.referralId));
  return committed;
}

/**
 * Throws as keeping these decisions one after the other would, before any of them is kept: a person's alone may be refused,
 * and whether it is may hang on those before it.
 */
export function rehearse(on: Keeping, writes: readonly DecisionWrite[]): void {
  const last = writes.findLastIndex(({ decision: { stage } }) => stage === 'review');
  if (last < 1) return;
  const copies = { ...on, book: on.book.copy(), cases: on.cases.copy() };
  for (const write of writes.slice(0, last + 1)) commitDecision(copies, write);
}
