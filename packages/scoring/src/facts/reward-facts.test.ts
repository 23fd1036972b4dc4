import { describe, expect, it } from 'vitest';
import { rewardOf, sceneOf } from '../../../../test/support/scenes.ts';
import type { Decision } from '../decision.ts';
import { isPaid } from './reward-facts.ts';

const decided = (action: Decision['action'], stage: Decision['stage'] = 'due'): object => ({
  previous: { action, stage },
});

describe('whether the money is out', () => {
  it.each<{ note: string; reward?: object; previous?: object; paid: boolean }>([
    { note: 'nothing happened', paid: false },
    { note: 'told to pay', previous: decided('pay'), paid: true },
    { note: 'told to wait', previous: decided('wait'), paid: false },
    { note: 'told to review', previous: decided('review'), paid: false },
    { note: 'under review after payout', previous: decided('review', 'post_payout'), paid: true },
    { note: 'asked back', previous: decided('claw_back', 'post_payout'), paid: true },
    { note: 'asked back by a person', previous: decided('claw_back', 'review'), paid: true },
    {
      note: 'asked back, and it came',
      reward: { reversedAt: 6 },
      previous: decided('claw_back', 'post_payout'),
      paid: false,
    },
    { note: 'the payout service said so', reward: { paidAt: 5 }, paid: true },
    {
      note: 'taken back',
      reward: { paidAt: 5, reversedAt: 6 },
      previous: decided('pay'),
      paid: false,
    },
    { note: 'paid again', reward: { paidAt: 7, reversedAt: 6 }, paid: true },
  ])('$note', ({ reward, previous, paid }) => {
    const { record } = sceneOf({ record: { reward: rewardOf(reward), ...previous } });
    expect(isPaid(record)).toBe(paid);
  });
});
