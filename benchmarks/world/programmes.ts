import type { Channel, Method, RewardAccrued, Side } from './contract.ts';
import { RETAIL, STAY, SUBSCRIPTION, TOUR, type Category } from './orders.ts';

/** One reward an order earns. Exactly one of `cents` and `share` says how much. */
interface RewardTerm {
  readonly side: Side;
  readonly channel: Channel;
  readonly kind: RewardAccrued['kind'];
  /** Fixed amount in US cents. */
  readonly cents?: number;
  /** Share of the order's amount. */
  readonly share?: number;
}

/** The terms of one referral scheme, as far as they leave traces in events. */
export interface Programme {
  readonly id:
    'guest-credit' | 'finders-fee' | 'partner-commission' | 'reseller-key' | 'retail-promo';
  readonly category: Category;
  readonly methods: readonly (readonly [Method, number])[];
  /** Days from the end of the order to the reward falling due. */
  readonly holdDays: number;
  readonly rewards: readonly RewardTerm[];
  /** Whether later orders of the referee earn again. */
  readonly recurring: boolean;
  /** False in a shop: no device, no network address. */
  readonly online: boolean;
}

const link = [
  ['link', 62],
  ['code', 30],
  ['mention', 8],
] as const;

/** Both sides get travel credit, 20 and 10. */
export const GUEST_CREDIT: Programme = {
  id: 'guest-credit',
  category: STAY,
  methods: link,
  holdDays: 10,
  rewards: [
    { side: 'referrer', channel: 'referral', kind: 'credit', cents: 2000 },
    { side: 'referee', channel: 'referral', kind: 'credit', cents: 1000 },
  ],
  recurring: false,
  online: true,
};

/** Cash for whoever brings somebody on a tour. */
export const FINDERS_FEE: Programme = {
  id: 'finders-fee',
  category: TOUR,
  methods: link,
  holdDays: 14,
  rewards: [{ side: 'referrer', channel: 'referral', kind: 'cash', cents: 10_000 }],
  recurring: false,
  online: true,
};

/** Agencies, affiliates and creators earn a share of every stay. */
export const PARTNER_COMMISSION: Programme = {
  id: 'partner-commission',
  category: STAY,
  methods: link,
  holdDays: 14,
  rewards: [{ side: 'partner', channel: 'affiliate', kind: 'commission', share: 0.08 }],
  recurring: true,
  online: true,
};

/** The same commission for people with an audience. */
export const CREATOR_COMMISSION: Programme = {
  ...PARTNER_COMMISSION,
  rewards: [{ side: 'partner', channel: 'creator', kind: 'commission', share: 0.08 }],
};

/** Resellers hand out case-sensitive keys and earn on subscriptions. */
export const RESELLER_KEY: Programme = {
  id: 'reseller-key',
  category: SUBSCRIPTION,
  methods: [['manager_key', 1]],
  holdDays: 14,
  rewards: [{ side: 'partner', channel: 'referral', kind: 'commission', share: 0.1 }],
  recurring: true,
  online: true,
};

/** A discount card at the till: a bonus for the referrer, a discount for the friend. */
export const RETAIL_PROMO: Programme = {
  id: 'retail-promo',
  category: RETAIL,
  methods: [['discount_card', 1]],
  holdDays: 14,
  rewards: [
    { side: 'referrer', channel: 'referral', kind: 'bonus', cents: 500 },
    { side: 'referee', channel: 'referral', kind: 'discount', cents: 300 },
  ],
  recurring: false,
  online: false,
};
