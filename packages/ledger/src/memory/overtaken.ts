import type { DecisionWrite } from '@doubletake/scoring';
import type { DecisionBook } from './decision-book.ts';
import type { Entities } from './entities.ts';
import { tallyOf } from './tally.ts';

/** Whether what a decision was made upon stands no more. One whose trigger was answered before is not asked. */
export function isOvertaken(
  { entities, book }: { readonly entities: Entities; readonly book: DecisionBook },
  { decision, trigger, upon }: DecisionWrite,
): boolean {
  const { rewardId, at } = decision;
  const reward = entities.rewards.state(rewardId);
  if (upon === undefined || reward === undefined) return false;
  if (book.byTrigger(rewardId, trigger) !== undefined) return false;
  if (book.overtakes(decision, upon)) return true;
  const { room } = upon;
  if (room === undefined) return false;
  return tallyOf(reward, { entities, book, asOf: at }).lifetime >= room.released + room.more;
}
