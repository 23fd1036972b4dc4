/** Milliseconds in a day. */
export const DAY = 86_400_000;
const START = Date.UTC(2025, 2, 3);
/** When the payout service asks. */
export const HELD_AT = START + 30 * DAY;

const on = (day: number): string => new Date(START + day * DAY).toISOString();

/** Two people on one device, one stay, one reward a pair: the risk pack holds it for a person, and one is enough. */
export function told(n = 1, minor = 1500): readonly object[] {
  const [ann, bob, order, reward] = [`ann${n}`, `bob${n}`, `o${n}`, `r${n}`];
  const device = { visitorId: `device-${n}`, confidence: 0.99 };
  const amount = { minor: 40_000, currency: 'EUR' };
  const stay = { type: 'order.updated', orderId: order, accountId: bob };
  const events = [
    { type: 'account.observed', at: on(0), accountId: ann, createdAt: on(-90), device },
    { type: 'account.observed', at: on(1), accountId: bob, createdAt: on(1), device },
    {
      type: 'referral.attributed',
      at: on(1),
      referralId: `f${n}`,
      programmeId: 'guest-credit',
      referrerId: ann,
      refereeId: bob,
      method: 'link',
    },
    { ...stay, at: on(2), status: 'created', amount },
    { ...stay, at: on(3), status: 'confirmed' },
    { ...stay, at: on(10), status: 'completed' },
    {
      type: 'reward.accrued',
      at: on(10),
      rewardId: reward,
      programmeId: 'guest-credit',
      referralId: `f${n}`,
      orderId: order,
      beneficiaryId: ann,
      side: 'referrer',
      channel: 'referral',
      kind: 'credit',
      amount: { minor, currency: 'EUR' },
    },
    { type: 'reward.due', at: on(30), rewardId: reward },
  ];
  return events.map((event, nth) => ({ id: `${n}-${nth}`, ...event }));
}
