import { fc, test } from '@fast-check/vitest';
import { describe, expect, it } from 'vitest';
import {
  labelRecorded,
  rewardAccrued,
  rewardDue,
  rewardPaid,
  rewardReversed,
} from '../../../../test/support/event-arbitraries.ts';
import type { RewardAccrued } from '../events/event.ts';
import { compareRewardEvents, foldReward } from './fold-reward.ts';
import type { RewardEvent } from './fold-reward.ts';
import type { Reward } from './reward.ts';

const fold = (events: readonly RewardEvent[]) =>
  events.reduce<Reward | undefined>(foldReward, undefined);

const terms = {
  rewardId: 'w1',
  programmeId: 'p1',
  referralId: 'r1',
  beneficiaryId: 'a1',
  side: 'referrer',
  channel: 'referral',
  kind: 'credit',
  amount: { minor: 2000, currency: 'EUR' },
} as const;
const accrued: RewardAccrued = { id: 'e', type: 'reward.accrued', at: 0, ...terms };

const then = (type: 'reward.due' | 'reward.paid' | 'reward.reversed', at: number): RewardEvent => ({
  id: `e${at}`,
  type,
  at,
  rewardId: 'w1',
});
const label = (word: 'fraud' | 'honest', at: number): RewardEvent => ({
  id: `e${at}`,
  type: 'label.recorded',
  at,
  rewardId: 'w1',
  label: word,
  by: 'ann',
});

describe('a reward', () => {
  it.each([
    { note: 'that accrued', events: [accrued], reward: {} },
    {
      note: 'that accrued twice: the first accrual stands',
      events: [accrued, { ...accrued, at: 5, orderId: 'o2' }],
      reward: {},
    },
    {
      note: 'asked for twice',
      events: [accrued, then('reward.due', 1), then('reward.due', 2)],
      reward: { dueAt: 2 },
    },
    {
      note: 'paid again after it was taken back',
      events: [accrued, then('reward.paid', 1), then('reward.reversed', 2), then('reward.paid', 3)],
      reward: { paidAt: 3, reversedAt: 2 },
    },
    {
      note: 'about which a person changed their mind',
      events: [accrued, label('fraud', 1), label('honest', 2)],
      reward: { label: 'honest', labelledAt: 2 },
    },
    {
      note: 'paid, taken back and judged by clocks that are behind',
      events: [
        then('reward.paid', -3),
        then('reward.reversed', -2),
        label('fraud', -1),
        then('reward.due', 0),
        accrued,
      ],
      reward: { paidAt: -3, reversedAt: -2, label: 'fraud', labelledAt: -1, dueAt: 0 },
    },
  ])('$note', ({ events, reward }) => {
    expect(fold(events.toSorted(compareRewardEvents))).toEqual({
      ...terms,
      accruedAt: 0,
      ...reward,
    });
  });

  const later = fc.oneof(rewardDue, rewardPaid, rewardReversed, labelRecorded);

  test.prop([fc.array(later)])('nothing happens to a reward that never accrued', (events) => {
    expect(fold(events)).toBeUndefined();
  });

  test.prop([rewardAccrued, fc.array(later)])(
    'recording an event twice changes nothing',
    (first, rest) => {
      const events = [first, ...rest].toSorted(compareRewardEvents);
      expect(fold(events.flatMap((event) => [event, event]))).toEqual(fold(events));
    },
  );
});
