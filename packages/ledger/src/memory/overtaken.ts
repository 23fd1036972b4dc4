import type { Decision, DecisionWrite } from '@doubletake/scoring';
import type { CaseBook } from './case-book.ts';
import type { Keeping } from './commit-decision.ts';
import { tallyOf } from './tally.ts';

/** Whether what a decision was made upon stands no more. One whose trigger was answered before is not asked. */
export function isOvertaken(
  { entities, book, cases }: Keeping,
  { decision, trigger, upon }: DecisionWrite,
): boolean {
  const { rewardId, at } = decision;
  const reward = entities.rewards.state(rewardId);
  if (upon === undefined || reward === undefined) return false;
  if (book.byTrigger(rewardId, trigger) !== undefined) return false;
  if (book.overtakes(decision, upon) || letsWhatIsBlocked(decision, cases)) return true;
  const { room } = upon;
  if (room === undefined) return false;
  return tallyOf(reward, { entities, book, asOf: at }).lifetime >= room.released + room.more;
}

/** Whether a screening would pay what a person has blocked meanwhile. */
const letsWhatIsBlocked = ({ rewardId, outcome, stage }: Decision, cases: CaseBook): boolean =>
  outcome === 'release' && stage !== 'review' && cases.pendingBlock(rewardId) !== undefined;
