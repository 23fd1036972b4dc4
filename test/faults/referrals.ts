/** When everything a test records has happened and every hold window has passed. */
export const NOW: number = Date.UTC(2025, 5, 1);

const at = (day: number, minute = 0): string =>
  new Date(Date.UTC(2025, 3, day, 0, minute)).toISOString();

const EUR = (minor: number): object => ({ minor, currency: 'EUR' });

/** Rewards of the nth referral: the first two are rivals for one side of its order, over two channels. */
export const rewardsOf = (n: number): readonly [string, string, string] => [
  `rew-${n}-link`,
  `rew-${n}-affiliate`,
  `rew-${n}-welcome`,
];

function observed(accountId: string, n: number): object {
  return {
    id: `seen-${accountId}`,
    type: 'account.observed',
    at: at(1, n % 600),
    accountId,
    createdAt: at(1),
    email: `${accountId}.${n}@example.com`,
    person: { givenName: 'Ann', familyName: accountId.replaceAll(/[^a-z]/gu, 'x') },
    // Every third referral shares a card, and every fifth an IP with many others.
    payment: { kind: 'card', fingerprint: n % 3 === 0 ? `card-${n}` : `card-${accountId}` },
    ip: n % 5 === 0 ? '203.0.113.7' : `198.51.${(n >> 8) % 256}.${n % 256}`,
  };
}

/** The events of the nth referral, in order: both accounts, the link, a completed order, three rewards, all due. */
export function referralEvents(n: number): readonly object[] {
  const [referrerId, refereeId] = [`guest-${Math.floor(n / 2)}`, `friend-${n}`];
  const [link, affiliate, welcome] = rewardsOf(n);
  const named = { programmeId: 'guest-credit', referralId: `ref-${n}`, orderId: `ord-${n}` };
  const accrued = (rewardId: string, beneficiaryId: string, rest: object): object => ({
    id: `accrued-${rewardId}`,
    type: 'reward.accrued',
    at: at(12, 1),
    rewardId,
    ...named,
    beneficiaryId,
    kind: 'credit',
    ...rest,
  });
  const order = { type: 'order.updated', orderId: `ord-${n}`, accountId: refereeId };
  return [
    ...(n % 2 === 0 ? [observed(referrerId, n)] : []),
    observed(refereeId, n),
    {
      id: `ref-${n}`,
      type: 'referral.attributed',
      at: at(2, n % 600),
      referralId: `ref-${n}`,
      programmeId: 'guest-credit',
      referrerId,
      refereeId,
      method: 'link',
    },
    { ...order, id: `ord-${n}-made`, at: at(3), status: 'confirmed', amount: EUR(20_000) },
    {
      ...order,
      id: `ord-${n}-done`,
      at: at(12),
      status: 'completed',
      startsAt: at(8),
      endsAt: at(12),
    },
    accrued(link, referrerId, { side: 'referrer', channel: 'referral', amount: EUR(2000) }),
    accrued(affiliate, referrerId, { side: 'partner', channel: 'affiliate', amount: EUR(2000) }),
    accrued(welcome, refereeId, { side: 'referee', channel: 'referral', amount: EUR(1000) }),
  ];
}
