import type { ReferralAttributed } from '@doubletake/scoring';
import { renamed } from '../merged-names.ts';
import type { Entities } from './entities.ts';

/**
 * What was said of a referral before the event, where that came later but first in time, and is of others: attributions
 * that joined two who are not joined by it any more.
 */
export function formerAttributions(
  { referrals, nameOf }: Entities,
  referralId: string | undefined,
  eventId: string,
): readonly ReferralAttributed[] {
  const [first, ...rest] = referralId === undefined ? [] : referrals.events(referralId);
  if (first?.id !== eventId) return [];
  const { referrerId, refereeId } = renamed(first, nameOf);
  return rest
    .map((event) => renamed(event, nameOf))
    .filter((event) => event.referrerId !== referrerId || event.refereeId !== refereeId);
}

/** Every referral that joins two accounts. */
export function referralsJoining(
  { referrals, referralsBy }: Entities,
  { referrerId, refereeId }: Pick<ReferralAttributed, 'referrerId' | 'refereeId'>,
): readonly string[] {
  return [...referralsBy.of(referrerId)].filter(
    (id) => referrals.state(id)?.refereeId === refereeId,
  );
}

/** Every referral that a labelled reward was ever said to be for, where the event is one that says so. */
export function formerReferrals(
  { rewards }: Entities,
  rewardId: string | undefined,
  eventId: string,
): readonly string[] {
  if (rewardId === undefined || rewards.state(rewardId)?.label === undefined) return [];
  const accrued = rewards
    .events(rewardId)
    .flatMap((event) => (event.type === 'reward.accrued' ? event : []));
  return accrued.some(({ id }) => id === eventId)
    ? accrued.map(({ referralId }) => referralId)
    : [];
}
