import type { AccountState, Instant } from '@doubletake/scoring';
import { maturedAt } from '../maturity.ts';
import type { LedgerOptions } from '../options.ts';
import { present } from '../present.ts';
import type { Entities } from './entities.ts';
import { stampOf } from './profile-stamp.ts';

/** When a person first called a referral of this account fraud, on either end of it, and did not take it back. */
function abusiveAt(entities: Entities, accountId: string): Instant | undefined {
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
    options.organicOrders === true ? entities.completions.of(accountId)[0] : undefined;
  return present({
    profile,
    stamp: stampOf(profile),
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
