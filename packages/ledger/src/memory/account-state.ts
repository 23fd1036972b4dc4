import type { AccountState, Instant } from '@doubletake/scoring';
import { maturedAt } from '../maturity.ts';
import type { LedgerOptions } from '../options.ts';
import { present } from '../present.ts';
import type { Entities } from './entities.ts';

/** Instants at which the account completed an order that was not undone, the earliest first. */
export function completions(entities: Entities, accountId: string): readonly Instant[] {
  const instants: Instant[] = [];
  for (const orderId of entities.ordersOf.of(accountId)) {
    const order = entities.orders.state(orderId);
    if (order?.completedAt !== undefined && order.undoneAt === undefined)
      instants.push(order.completedAt);
  }
  return instants.toSorted((a, b) => a - b);
}

/** When a person first called a referral of this account fraud, on either end of it, and did not take it back. */
export function abusiveAt(entities: Entities, accountId: string): Instant | undefined {
  let earliest: Instant | undefined;
  for (const end of [entities.referralsBy, entities.referralsOf])
    for (const referralId of end.of(accountId)) {
      const at = calledFraudAt(entities, referralId);
      if (at !== undefined && (earliest === undefined || at < earliest)) earliest = at;
    }
  return earliest;
}

/** What the graph needs of an account; undefined when it was never observed, or was erased. */
export function accountState(
  entities: Entities,
  accountId: string,
  options: LedgerOptions,
): AccountState | undefined {
  const profile = entities.profiles.state(accountId);
  if (profile === undefined) return undefined;
  const firstCompletedAt =
    options.organicOrders === true ? completions(entities, accountId)[0] : undefined;
  return present({
    profile,
    maturedAt: maturedAt(profile, firstCompletedAt, options),
    abusiveAt: abusiveAt(entities, accountId),
  });
}

/** When a reward of the referral was first called fraud, of those still called so. */
export function calledFraudAt(entities: Entities, referralId: string): Instant | undefined {
  let earliest: Instant | undefined;
  for (const rewardId of entities.rewardsForReferral.of(referralId)) {
    const reward = entities.rewards.state(rewardId);
    if (reward?.label !== 'fraud' || reward.labelledAt === undefined) continue;
    earliest = Math.min(earliest ?? Infinity, reward.labelledAt);
  }
  return earliest;
}
