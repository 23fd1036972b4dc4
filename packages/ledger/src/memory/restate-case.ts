import type { Keeping } from './keeping.ts';

/** Tells the open case of a reward what it is about, as reward and referral stand now. */
export function restateCase(
  { entities, cases }: Pick<Keeping, 'entities' | 'cases'>,
  rewardId: string,
): void {
  const reward = entities.rewards.state(rewardId);
  if (reward !== undefined) cases.restate(reward, entities.referrals.state(reward.referralId));
}
