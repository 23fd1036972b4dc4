import {
  type AccountObserved,
  foldOrder,
  foldProfile,
  foldReferral,
  foldReward,
  type Order,
  type OrderUpdated,
  type Profile,
  type Referral,
  type ReferralAttributed,
  type Reward,
  type RewardEvent,
} from '@doubletake/scoring';
import type { Sealer } from '../seal/sealer.ts';
import type { EntityKind } from './entity-kind.ts';
import { statement } from './statement.ts';

export const ACCOUNTS: EntityKind<AccountObserved, Profile> = {
  name: 'account',
  types: ['account.observed'],
  idOf: (event) => (event.type === 'account.observed' ? event.accountId : undefined),
  fold: foldProfile,
  put: statement('put-accounts'),
  read: ({ id, sealed }, sealer) => (sealed === null ? undefined : openProfile(id, sealed, sealer)),
  write: (profile, id, sealer) => [
    profile === undefined ? null : base64(sealer.seal(JSON.stringify(profile), profilePlace(id))),
    profile?.createdAt ?? null,
  ],
};

export const ORDERS: EntityKind<OrderUpdated, Order> = {
  name: 'order',
  types: ['order.updated'],
  idOf: (event) => (event.type === 'order.updated' ? event.orderId : undefined),
  fold: foldOrder,
  put: statement('put-orders'),
  read: ({ id, sealed, state }, sealer) => openOrder(id, { state, payment: sealed }, sealer),
  write: (order, id, sealer) => {
    const { payment, ...open } = order ?? {};
    return [
      JSON.stringify(open),
      payment === undefined ? null : base64(sealer.seal(JSON.stringify(payment), paymentPlace(id))),
    ];
  },
};

export const REFERRALS: EntityKind<ReferralAttributed, Referral> = {
  name: 'referral',
  types: ['referral.attributed'],
  idOf: (event) => (event.type === 'referral.attributed' ? event.referralId : undefined),
  fold: foldReferral,
  put: statement('put-referrals'),
  read: ({ state }) => state as Referral,
  write: (referral) => [JSON.stringify(referral)],
};

export const REWARDS: EntityKind<RewardEvent, Reward> = {
  name: 'reward',
  types: ['reward.accrued', 'reward.due', 'reward.paid', 'reward.reversed', 'label.recorded'],
  idOf: (event) => ('rewardId' in event ? event.rewardId : undefined),
  fold: foldReward,
  put: statement('put-rewards'),
  read: ({ state }) => (state === null ? undefined : (state as Reward)),
  write: (reward) => [reward === undefined ? null : JSON.stringify(reward)],
};

/** The profile in a sealed column of `accounts`. */
export function openProfile(id: string, sealed: Uint8Array, sealer: Sealer): Profile {
  // What we sealed is what we folded: only this package has the key.
  return JSON.parse(sealer.open(sealed, profilePlace(id))) as Profile;
}

/** The order in a row of `orders`, its payment instrument put back. */
export function openOrder(
  id: string,
  { state, payment }: { state: unknown; payment: Uint8Array | null },
  sealer: Sealer,
): Order {
  const order = state as Order;
  if (payment === null) return order;
  const opened: unknown = JSON.parse(sealer.open(payment, paymentPlace(id)));
  return { ...order, payment: opened as NonNullable<Order['payment']> };
}

const profilePlace = (id: string) => ({ table: 'accounts', id, column: 'profile' });
const paymentPlace = (id: string) => ({ table: 'orders', id, column: 'payment' });
const base64 = (bytes: Buffer): string => bytes.toString('base64');
