import { DAY } from '../instant.ts';
import { rebookBits } from '../signals/rebook.ts';
import type { FactFamily } from './collected.ts';

/** What is known of the one who brought, and how fast it brings. */
export const referrerFacts: FactFamily = ({ scene }) => {
  const { referrer, referee, record, at, neighbourhood } = scene;
  const { profile } = referrer;
  const { referral, refereeOutcomes } = record;
  const within = (days: number): number =>
    neighbourhood.referees.filter((each) => each.at > at - days * DAY).length;
  const returned = refereeOutcomes.filter((one) => (one.secondCompletedAt ?? Infinity) <= at);
  return {
    'referrer.status': profile?.status,
    'referrer.roles': profile?.roles,
    'referrer.accountAgeDaysAtReferral':
      profile && referral ? Math.max(0, (referral.at - profile.createdAt) / DAY) : undefined,
    'referrer.referrals1d': within(1),
    'referrer.referrals7d': within(7),
    'referrer.referrals30d': within(30),
    'referrer.referrals': neighbourhood.referees.length,
    'referrer.earlierReferees': refereeOutcomes.length,
    'referrer.returnedReferees': returned.length,
    'referrer.noReturnBits':
      refereeOutcomes.length < 3 ? undefined : rebookBits(refereeOutcomes, at),
    'referrer.chainDepth': neighbourhood.aboveReferrer.length,
    'referral.loop': neighbourhood.aboveReferrer.includes(referee.account),
  };
};
