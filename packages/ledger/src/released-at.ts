import { isReversed, type Decision, type Instant, type Reward } from '@doubletake/scoring';

/**
 * When a reward was let go: the earlier of its payment and of the decision to pay it that stands. Undefined when
 * neither is so, or when it was taken back; a payment after a reversal pays again.
 */
export function releasedAt(
  reward: Pick<Reward, 'paidAt' | 'reversedAt'>,
  latest: Pick<Decision, 'action' | 'at'> | undefined,
): Instant | undefined {
  const { paidAt } = reward;
  if (latest?.action === 'claw_back' || isReversed(reward)) return undefined;
  const decidedAt = latest?.action === 'pay' ? latest.at : undefined;
  if (paidAt === undefined) return decidedAt;
  return decidedAt === undefined ? paidAt : Math.min(paidAt, decidedAt);
}
