import type { ClaimSide, Reward } from './reward.ts';

/** The side a reward claims an order for: one order pays once per side, whatever the channel. */
export function claimSideOf(reward: Pick<Reward, 'side'>): ClaimSide {
  return reward.side === 'referee' ? 'referee' : 'referrer';
}
