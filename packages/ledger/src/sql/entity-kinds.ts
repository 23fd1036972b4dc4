import {
  type AccountObserved,
  compareEvents,
  compareRewardEvents,
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
import type { Place, Sealer } from '../seal/sealer.ts';
import { asWritten } from './as-written.ts';
import { byteaArray, textArray } from './binary-array.ts';
import type { EntityKind } from './entity-kind.ts';
import { openProfile, profilePlace } from './open-profile.ts';
import { statement } from './statement.ts';

export const ACCOUNTS: EntityKind<AccountObserved, Profile> = {
  name: 'account',
  types: ['account.observed'],
  is: (event) => event.type === 'account.observed',
  idOf: (event) => event.accountId,
  order: compareEvents,
  fold: foldProfile,
  put: statement('put-accounts'),
  read: ({ id, sealed }, sealer) => (sealed === null ? undefined : openProfile(id, sealed, sealer)),
  columns: (entities, sealer) => [
    byteaArray(entities.map(({ id, after }) => after && sealed(after, profilePlace(id), sealer))),
    entities.map(({ after }) => after?.createdAt ?? null),
  ],
};

export const ORDERS: EntityKind<OrderUpdated, Order> = {
  name: 'order',
  types: ['order.updated'],
  is: (event) => event.type === 'order.updated',
  idOf: (event) => event.orderId,
  order: compareEvents,
  fold: foldOrder,
  put: statement('put-orders'),
  read: ({ id, sealed, state }, sealer) => openOrder(id, { state, payment: sealed }, sealer),
  columns: (entities, sealer) => [
    textArray(entities.map(({ after }) => JSON.stringify({ ...after, payment: undefined }))),
    byteaArray(
      entities.map(
        ({ id, after }) => after?.payment && sealed(after.payment, paymentPlace(id), sealer),
      ),
    ),
  ],
};

export const REFERRALS: EntityKind<ReferralAttributed, Referral> = {
  name: 'referral',
  types: ['referral.attributed'],
  is: (event) => event.type === 'referral.attributed',
  idOf: (event) => event.referralId,
  order: compareEvents,
  fold: foldReferral,
  put: statement('put-referrals'),
  read: ({ state }) => asWritten(state),
  columns: (entities) => [textArray(entities.map(({ after }) => JSON.stringify(after)))],
};

export const REWARDS: EntityKind<RewardEvent, Reward> = {
  name: 'reward',
  types: ['reward.accrued', 'reward.due', 'reward.paid', 'reward.reversed', 'label.recorded'],
  is: (event) => 'rewardId' in event,
  idOf: (event) => event.rewardId,
  order: compareRewardEvents,
  fold: foldReward,
  put: statement('put-rewards'),
  read: ({ state }) => (state === null ? undefined : asWritten(state)),
  columns: (entities) => [textArray(entities.map(({ after }) => after && JSON.stringify(after)))],
};

/** The order in a row of `orders`, its payment instrument put back. */
export function openOrder(
  id: string,
  { state, payment }: { state: unknown; payment: Uint8Array | null },
  sealer: Sealer,
): Order {
  const order = asWritten<Order>(state);
  if (payment === null) return order;
  return { ...order, payment: asWritten(JSON.parse(sealer.open(payment, paymentPlace(id)))) };
}

const paymentPlace = (id: string) => ({ table: 'orders', id, column: 'payment' });
const sealed = (value: object, place: Place, sealer: Sealer): Buffer =>
  sealer.seal(JSON.stringify(value), place);
