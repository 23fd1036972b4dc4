import { isReversed, type Decision, type Referral, type Reward } from '@doubletake/scoring';
import type { RewardChange } from './claim-holder.ts';

/** What a batch of events did to a referral. */
export interface ReferralChange {
  readonly before: Referral | undefined;
  readonly after: Referral | undefined;
}

/** What a batch of events did, by id. */
export interface BatchChanges {
  readonly rewards: ReadonlyMap<string, RewardChange>;
  readonly referrals: ReadonlyMap<string, ReferralChange>;
}

/** What a batch of events told for the first time, by id: rewards may be held because nobody knew it. */
export interface FirstTold {
  readonly accounts: readonly string[];
  readonly orders: readonly string[];
}

/** What a batch of events says otherwise than it was decided upon. */
export interface Corrections {
  /** Rewards whose accrual was told anew. */
  readonly rewards: readonly string[];
  /** Referrals that were told anew. */
  readonly referrals: readonly string[];
  /** Those, and referrals told for the first time: either may come before others of the same referee, or be what was lacking. */
  readonly links: readonly string[];
}

const ACCRUED = ['programmeId', 'referralId', 'orderId', 'beneficiaryId', 'side'] as const;
const ATTRIBUTED = ['programmeId', 'referrerId', 'refereeId', 'code', 'at'] as const;

/** Whether what a reward accrued as was said otherwise before. */
function isCorrected({ before, after }: RewardChange): boolean {
  if (before === undefined || after === undefined) return false;
  const { minor, currency } = after.amount;
  if (before.amount.minor !== minor || before.amount.currency !== currency) return true;
  return ACCRUED.some((part) => before[part] !== after[part]);
}

export function correctionsIn({ rewards, referrals }: BatchChanges): Corrections {
  const links = [...referrals].filter(([, { before, after }]) =>
    ATTRIBUTED.some((part) => before?.[part] !== after?.[part]),
  );
  return {
    rewards: [...rewards].flatMap(([id, change]) => (isCorrected(change) ? id : [])),
    referrals: links.flatMap(([id, { before }]) => (before === undefined ? [] : id)),
    links: links.map(([id]) => id),
  };
}

/** Whether a reward that is said to be another than was decided on is decided anew: unless it was refused, or taken back. */
export const isStanding = (reward: Reward, last: Decision | undefined): boolean =>
  isHeld(reward, last) || (!isReversed(reward) && last?.action === 'pay');

/** Whether a reward of which something was not known is decided anew once it is: where it is held, or waits. */
export const isHeld = (reward: Reward, last: Decision | undefined): boolean =>
  !isReversed(reward) && ['review', 'wait'].includes(last?.action ?? '');

/** What a screening answers that a correction calls for, of the event that came last with it. */
export const correctionId = (eventId: string, rewardId: string): string =>
  `corrected:${JSON.stringify([eventId, rewardId])}`;
