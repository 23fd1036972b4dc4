import {
  isReversed,
  type Decision,
  type OrderUpdated,
  type Reward,
  type RewardDue,
  type Timer,
} from '@doubletake/scoring';

/** What says when a reward must be screened. */
export interface Calls {
  readonly reward: Reward;
  /** The reward's `reward.due` events. */
  readonly due: readonly Pick<RewardDue, 'id' | 'at'>[];
  /** Its order's events. */
  readonly order: readonly Pick<OrderUpdated, 'id' | 'at' | 'status'>[];
  readonly last: Decision | undefined;
  /** Whether a decision answered the trigger. */
  readonly answered: (trigger: string) => boolean;
  /** Whether that one was made before any event bore the id. */
  readonly isAhead: (trigger: string) => boolean;
}

/** The order events that take a reward's ground away. */
export const isUndoing = (event: Pick<OrderUpdated, 'status'>): boolean =>
  event.status === 'cancelled' || event.status === 'refunded' || event.status === 'charged_back';

/**
 * Screenings owed: each payout asked for, each time the order was undone, the end of the wait the reward is in. An order
 * undone before the reward accrued calls when it accrues. A reversed reward owes none, until it is paid again.
 */
export function owedTo({ reward, due, order, last, answered, isAhead }: Calls): readonly Timer[] {
  if (isReversed(reward)) return [];
  const { rewardId, accruedAt } = reward;
  // A decision from before it was told did not see it.
  const undone = order
    .filter(isUndoing)
    .map(({ id, at }) => ({ id: isAhead(id) ? `told:${id}` : id, at }));
  const calls = [...due, ...undone]
    .filter(({ id }) => !answered(id))
    .map(({ id, at }) => ({ rewardId, at: Math.max(at, accruedAt), trigger: id }));
  if (last?.action !== 'wait' || last.until === undefined) return calls;
  return [...calls, { rewardId, at: last.until, trigger: `wait:${last.decisionId}` }];
}
