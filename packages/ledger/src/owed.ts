import type { OrderUpdated, Reward, Timer } from '@doubletake/scoring';

/** What a reward's own events and its order's events say about when it must be screened. */
export interface Calls {
  readonly reward: Reward;
  /** The reward's `reward.due` events. */
  readonly due: readonly { readonly id: string; readonly at: number }[];
  /** Its order's events. */
  readonly order: readonly Pick<OrderUpdated, 'id' | 'at' | 'status'>[];
}

/** The order events that take a reward's ground away. */
export const isUndoing = (event: Pick<OrderUpdated, 'status'>): boolean =>
  event.status === 'cancelled' || event.status === 'refunded' || event.status === 'charged_back';

/**
 * Screenings the events call for: each payout asked for, each time the order was undone. An order undone before the
 * reward accrued calls when it accrues. A reversed reward calls for nothing.
 */
export function owedTo({ reward, due, order }: Calls): Timer[] {
  if (reward.reversedAt !== undefined) return [];
  const { rewardId, accruedAt } = reward;
  return [...due, ...order.filter(isUndoing)].map(({ id, at }) => ({
    rewardId,
    at: Math.max(at, accruedAt),
    trigger: id,
  }));
}
