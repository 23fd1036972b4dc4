import { DAY } from '../instant.ts';
import type { ScreeningRecord } from '../ports/ledger.ts';
import type { Referral } from '../state/referral.ts';
import type { Reward } from '../state/reward.ts';
import type { LedgerFactFamily } from './collected.ts';

/**
 * Whether the money is out: the payout service said so, or was told to pay and has not said otherwise. Whatever is decided
 * after payout, a claw-back too, only asks for it: it is back when the payout service says so.
 */
export function isPaid({ reward, previous }: ScreeningRecord): boolean {
  if (isReversed(reward)) return false;
  if (reward.paidAt !== undefined || previous?.stage === 'post_payout') return true;
  return previous?.action === 'pay' || previous?.action === 'claw_back';
}

/**
 * Whether the last the payout service said is that it took the reward back, or voided it. One that is paid again is not
 * reversed: the later of the two counts.
 */
export function isReversed({ paidAt, reversedAt }: Pick<Reward, 'paidAt' | 'reversedAt'>): boolean {
  return reversedAt !== undefined && reversedAt >= (paidAt ?? reversedAt);
}

/** The reward itself, and what its beneficiary was paid before. */
export const rewardFacts: LedgerFactFamily = ({ scene, programme }) => {
  const { at, record } = scene;
  const { reward, referral, tally, claim, allowance } = record;
  const firstMonth = tally.firstAt !== undefined && at < tally.firstAt + 30 * DAY;
  const money = tally.last365d.find((each) => each.currency === reward.amount.currency);
  return {
    now: at,
    'reward.amountMinor': reward.amount.minor,
    'reward.currency': reward.amount.currency,
    'reward.side': reward.side,
    'reward.channel': reward.channel,
    'reward.kind': reward.kind,
    'reward.accruedAt': reward.accruedAt,
    'reward.forOrder': reward.orderId !== undefined,
    'reward.paid': isPaid(record),
    'reward.reversed': isReversed(reward),
    'reward.claimedElsewhere': claim !== undefined && claim.rewardId !== reward.rewardId,
    'reward.beneficiaryInPair':
      referral && [referral.referrerId, referral.refereeId].includes(reward.beneficiaryId),
    'reward.beneficiaryOnOtherSide': referral && isOnOtherSide(reward, referral),
    'beneficiary.rewards': tally.lifetime,
    'beneficiary.rewards30d': tally.last30d,
    'beneficiary.rewarded365dMinor': money?.minor ?? 0,
    'beneficiary.firstMonth': firstMonth || tally.firstAt === undefined,
    'allowance.active': allowance !== undefined,
    'programme.id': programme.programme,
    'programme.observe': programme.observe,
    'programme.household': programme.household,
    'programme.payoutHoldDays': programme.payoutHoldDays,
    'programme.clawbackDays': programme.clawbackDays,
    'programme.reviewHours': programme.reviewHours,
    'programme.caps.per30Days': programme.caps.per30Days,
    'programme.caps.firstMonth': programme.caps.firstMonth,
    'programme.caps.lifetime': programme.caps.lifetime,
  };
};

/** A partner's reward has no other side: whoever of the pair is the partner, it is paid to. */
function isOnOtherSide(
  { side, beneficiaryId }: Reward,
  { referrerId, refereeId }: Referral,
): boolean {
  if (referrerId === refereeId || side === 'partner') return false;
  return beneficiaryId === (side === 'referee' ? referrerId : refereeId);
}
