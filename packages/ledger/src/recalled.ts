import { isReversed, type Decision, type Referral, type Reward } from '@doubletake/scoring';

/** A reward of two accounts found to be one, or of a pair that one of them is part of. */
export interface Touched {
  readonly reward: Reward;
  readonly referral: Referral | undefined;
  readonly last: Decision | undefined;
}

/**
 * Whether a reward is decided anew after a merge: it waits or is held, it was asked for and not yet answered, or it was let
 * go and its pair is one account now. What was refused stays so until it is asked for again.
 */
export function isRecalled({ reward, referral, last }: Touched): boolean {
  if (isReversed(reward)) return false;
  if (last?.action === 'wait' || last?.action === 'review') return true;
  if (last === undefined && reward.dueAt !== undefined) return true;
  const isOut =
    last?.action === 'pay' || (reward.paidAt !== undefined && last?.action !== 'claw_back');
  return isOut && referral !== undefined && referral.referrerId === referral.refereeId;
}

/** What a screening answers that a merge calls for: as unambiguous as the ids it is made of. */
export const recallId = (accountId: string, rewardId: string): string =>
  `merge:${JSON.stringify([accountId, rewardId])}`;
