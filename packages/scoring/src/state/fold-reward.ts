import type {
  LabelRecorded,
  RewardAccrued,
  RewardDue,
  RewardPaid,
  RewardReversed,
} from '../events/event.ts';
import { compareEvents, type Placed } from '../events/fold-order.ts';
import type { Reward } from './reward.ts';
import { stated } from './stated.ts';

/** What happens to a reward. */
export type RewardEvent = RewardAccrued | RewardDue | RewardPaid | RewardReversed | LabelRecorded;

/**
 * The order a reward's events fold in: those of its accrual, then all others, each as events do. What was paid or taken back
 * is so whichever clock was ahead, that of the payout service, or that of who told the accrual.
 */
export function compareRewardEvents(a: Placed, b: Placed): number {
  return Number(isAccrual(b)) - Number(isAccrual(a)) || compareEvents(a, b);
}

const isAccrual = ({ type }: Placed): boolean => type === 'reward.accrued';

/**
 * The reward after one more event: the first accrual stands, every other instant is the latest of its kind, so that a
 * payment after a reversal shows. `undefined` while the reward has not accrued: keep the event and fold again from the
 * accrual when it comes. Events come in that order; the same one twice changes nothing.
 */
export function foldReward(reward: Reward | undefined, event: RewardEvent): Reward | undefined {
  if (event.type === 'reward.accrued') {
    return reward ?? { ...stated(event), accruedAt: event.at };
  }
  if (reward === undefined) return undefined;
  switch (event.type) {
    case 'reward.due':
      return { ...reward, dueAt: event.at };
    case 'reward.paid':
      return { ...reward, paidAt: event.at };
    case 'reward.reversed':
      return { ...reward, reversedAt: event.at };
    case 'label.recorded':
      return { ...reward, label: event.label, labelledAt: event.at };
  }
}
