/** Small stories of one reward each, as a host would report them. Day 0 is 1 March 2025. */

type Fields = Readonly<Record<string, unknown>>;

const START = Date.UTC(2025, 2, 1, 12);
export const on = (day: number): string => new Date(START + day * 86_400_000).toISOString();

/** Events of one story; every id carries its name, so that stories never meet. */
class Story {
  readonly events: Fields[] = [];
  readonly #name: string;

  constructor(name: string) {
    this.#name = name;
  }

  id(id: string): string {
    return `${this.#name}-${id}`;
  }

  tell(day: number, type: string, fields: Fields): this {
    const id = this.id(String(this.events.length + 1));
    this.events.push({ id, type, at: on(day), ...fields });
    return this;
  }

  account(account: string, fields: Fields = {}): this {
    const accountId = this.id(account);
    const createdAt = on(account.startsWith('old') ? -400 : 0);
    return this.tell(0, 'account.observed', {
      accountId,
      createdAt,
      email: `${accountId}@web.de`,
      ...fields,
    });
  }

  /** `old` brings `new`, unless it says otherwise. */
  referral(fields: Fields = {}, day = 0): this {
    return this.tell(day, 'referral.attributed', {
      referralId: this.id('ref'),
      programmeId: 'finders-fee',
      referrerId: this.id('old'),
      refereeId: this.id('new'),
      ...fields,
    });
  }

  order(day: number, status: string): this {
    const accountId = this.id('new');
    return this.tell(day, 'order.updated', { orderId: this.id('order'), accountId, status });
  }

  reward(day: number, fields: Fields = {}): this {
    return this.tell(day, 'reward.accrued', {
      rewardId: this.id('reward'),
      programmeId: 'finders-fee',
      referralId: this.id('ref'),
      orderId: this.id('order'),
      beneficiaryId: this.id('old'),
      side: 'referrer',
      channel: 'referral',
      kind: 'cash',
      amount: { minor: 2000, currency: 'EUR' },
      ...fields,
    });
  }

  due(day: number, reward = 'reward'): this {
    return this.tell(day, 'reward.due', { rewardId: this.id(reward) });
  }

  /** Two strangers, one referral, one order completed on day 10, its reward. */
  ordinary(): this {
    return this.account('old')
      .account('new')
      .referral()
      .order(1, 'confirmed')
      .order(10, 'completed')
      .reward(10);
  }
}

/** A story with what every decision on its reward must say: stage, action, first reason. */
export interface Told {
  readonly note: string;
  readonly events: readonly Fields[];
  readonly reward: string;
  readonly decisions: readonly string[];
}

function told(
  note: string,
  story: Story,
  expected: { reward?: string; decisions: readonly string[] },
): Told {
  const { reward = 'reward', decisions } = expected;
  return { note, events: story.events, reward: story.id(reward), decisions };
}

const PHONE = { device: { installationId: 'one-browser' }, ip: '81.2.69.142' };

export const STORIES: readonly Told[] = [
  told(
    'asked inside the hold window it waits, and is paid when the wait ends',
    new Story('window').ordinary().due(12),
    {
      decisions: ['due wait INSIDE_HOLD_WINDOW', 'due pay'],
    },
  ),
  told('asked after the hold window it is paid at once', new Story('paid').ordinary().due(17), {
    decisions: ['due pay'],
  }),
  told(
    'cancelled before anybody asked',
    new Story('cancelled')
      .account('old')
      .account('new')
      .referral()
      .order(1, 'confirmed')
      .reward(1)
      .order(3, 'cancelled'),
    { decisions: ['due void ORDER_UNDONE'] },
  ),
  told(
    'refunded inside the hold window',
    new Story('early').ordinary().due(12).order(14, 'refunded'),
    {
      decisions: ['due wait INSIDE_HOLD_WINDOW', 'due void ORDER_UNDONE'],
    },
  ),
  told(
    'refunded thirty days after payout',
    new Story('refunded').ordinary().due(18).order(48, 'refunded'),
    {
      decisions: ['due pay', 'post_payout claw_back ORDER_UNDONE'],
    },
  ),
  told(
    'refunded sixty-one days after completion: too late to take it back',
    new Story('late').ordinary().due(18).order(71, 'refunded'),
    {
      decisions: ['due pay', 'post_payout pay'],
    },
  ),
  told(
    'asked while the order is open',
    new Story('open')
      .account('old')
      .account('new')
      .referral()
      .order(1, 'confirmed')
      .reward(1)
      .due(2)
      .order(4, 'completed'),
    {
      decisions: ['due wait ORDER_NOT_COMPLETED', 'due wait INSIDE_HOLD_WINDOW', 'due pay'],
    },
  ),
  told(
    'one order through two channels: the first to ask is paid',
    twoChannels(new Story('channels')),
    { decisions: ['due pay'] },
  ),
  told('and the second is not', twoChannels(new Story('channels')), {
    reward: 'commission',
    decisions: ['due void PAID_FOR_ORDER'],
  }),
  told(
    'the first link wins',
    new Story('link')
      .ordinary()
      .account('old2')
      .referral({ referralId: 'link-ref2', referrerId: 'link-old2' }, 2)
      .reward(10, { rewardId: 'link-reward2', referralId: 'link-ref2', beneficiaryId: 'link-old2' })
      .due(18, 'reward2'),
    { reward: 'reward2', decisions: ['due void REFERRED_BEFORE'] },
  ),
  told(
    'a referee nobody observed is unknown, not clean',
    new Story('unknown')
      .account('old')
      .referral()
      .order(1, 'confirmed')
      .order(10, 'completed')
      .reward(10)
      .due(18),
    { decisions: ['due review ACCOUNT_UNKNOWN'] },
  ),
  told(
    'one person with a plus address, in one browser',
    new Story('self')
      .account('old', { email: 'ann.lee@gmail.com', ...PHONE })
      .account('new', { email: 'annlee+2@gmail.com', ...PHONE })
      .referral()
      .order(10, 'completed')
      .reward(10)
      .due(18),
    { decisions: ['due void STRONG_EVIDENCE'] },
  ),
  told(
    'under review after payout, and then refunded',
    new Story('review')
      .account('old', { phone: { number: '+33972123456' } })
      .account('new')
      .referral({ programmeId: 'guest-credit' })
      .order(10, 'completed')
      .reward(10, { programmeId: 'guest-credit' })
      .due(18)
      .tell(20, 'account.observed', { accountId: 'review-new', phone: { number: '+33972123456' } })
      .due(21)
      .order(40, 'refunded'),
    {
      decisions: [
        'due pay',
        'post_payout review SHARED_PHONE',
        'post_payout claw_back ORDER_UNDONE',
      ],
    },
  ),
  told(
    'an account that refers itself',
    new Story('same')
      .account('old')
      .referral({ refereeId: 'same-old' })
      .reward(10, { orderId: undefined })
      .due(18),
    { decisions: ['due void SAME_ACCOUNT'] },
  ),
];

function twoChannels(story: Story): Story {
  const partner = { referralId: story.id('aff'), programmeId: 'partner-commission' };
  return story
    .ordinary()
    .account('old-affiliate')
    .referral({ ...partner, referrerId: story.id('old-affiliate') })
    .reward(10, {
      ...partner,
      rewardId: story.id('commission'),
      beneficiaryId: story.id('old-affiliate'),
      side: 'partner',
      channel: 'affiliate',
      kind: 'commission',
    })
    .due(18)
    .due(19, 'commission');
}
