/** Midnight of a day in January 2026, UTC. */
const on = (day: number): string => new Date(Date.UTC(2026, 0, day)).toISOString();

/** One referrer, some friends, one reward for each. */
export const told = (friends: readonly string[]): readonly object[] => [
  {
    id: 'ann',
    type: 'account.observed',
    at: on(1),
    accountId: 'ann',
    createdAt: '2024-01-01T00:00:00Z',
    email: 'ann.lee@gmail.com',
  },
  ...friends.flatMap((friend) => [
    {
      id: friend,
      type: 'account.observed',
      at: on(2),
      accountId: friend,
      createdAt: on(2),
      email: `${friend}@gmail.com`,
    },
    {
      id: `f-${friend}`,
      type: 'referral.attributed',
      at: on(2),
      referralId: `f-${friend}`,
      programmeId: 'finders-fee',
      referrerId: 'ann',
      refereeId: friend,
    },
    stay(friend, 'completed', 4),
    {
      id: `w-${friend}`,
      type: 'reward.accrued',
      at: on(4),
      rewardId: `w-${friend}`,
      programmeId: 'finders-fee',
      referralId: `f-${friend}`,
      orderId: `o-${friend}`,
      beneficiaryId: 'ann',
      side: 'referrer',
      channel: 'referral',
      kind: 'cash',
      amount: { minor: 2000, currency: 'EUR' },
    },
  ]),
];

/** An order of hers. */
export const stay = (friend: string, status: string, day: number): object => ({
  id: `o-${friend}-${status}`,
  type: 'order.updated',
  at: on(day),
  orderId: `o-${friend}`,
  accountId: friend,
  status,
});
