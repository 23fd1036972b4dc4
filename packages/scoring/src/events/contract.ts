import { choice } from './codecs/choice.ts';
import { optional, required } from './codecs/codec.ts';
import type { Codec, Field } from './codecs/codec.ts';
import { instant } from './codecs/instant.ts';
import {
  address,
  device,
  money,
  network,
  payment,
  person,
  personal,
  phone,
  roles,
} from './codecs/observed.ts';
import { record } from './codecs/record.ts';
import { eventId, id, text } from './codecs/text.ts';
import { LABELS } from './event.ts';
import type {
  AccountErased,
  AccountObserved,
  DomainEvent,
  EventType,
  LabelRecorded,
  OrderUpdated,
  ReferralAttributed,
  RewardAccrued,
  RewardDue,
  RewardPaid,
  RewardReversed,
} from './event.ts';

/** The event of one type. */
export type EventOf<Type extends EventType> = Extract<DomainEvent, { type: Type }>;

const header = <Type extends EventType>(
  type: Type,
): { id: Field<string, true>; type: Field<Type, true>; at: Field<number, true> } => ({
  id: required(eventId),
  type: required(choice('event type', [type])),
  at: required(instant),
});

const observable = {
  roles: optional(roles),
  status: optional(text()),
  organisationId: optional(id),
  createdAt: optional(instant),
  person: optional(person),
  email: optional(personal),
  phone: optional(phone),
  address: optional(address),
  payment: optional(payment),
  device: optional(device),
  ip: optional(personal),
  network: optional(network),
};

/** Every event type with its keys, in the order they are printed. This table is the contract of events in. */
export const CONTRACT: { readonly [Type in EventType]: Codec<EventOf<Type>> } = {
  'account.observed': record<AccountObserved>(
    { ...header('account.observed'), accountId: required(id), ...observable },
    { someOf: Object.keys(observable) },
  ),
  'referral.attributed': record<ReferralAttributed>({
    ...header('referral.attributed'),
    referralId: required(id),
    programmeId: required(id),
    referrerId: required(id),
    refereeId: required(id),
    method: optional(choice('method', ['link', 'code', 'mention', 'manager_key', 'discount_card'])),
    code: optional(text()),
    tag: optional(text()),
    clickedAt: optional(instant),
    employeeId: optional(id),
  }),
  'order.updated': record<OrderUpdated>({
    ...header('order.updated'),
    orderId: required(id),
    accountId: required(id),
    status: required(
      choice('order status', [
        'created',
        'confirmed',
        'completed',
        'cancelled',
        'refunded',
        'charged_back',
      ]),
    ),
    amount: optional(money),
    startsAt: optional(instant),
    endsAt: optional(instant),
    payment: optional(payment),
    category: optional(text()),
  }),
  'reward.accrued': record<RewardAccrued>({
    ...header('reward.accrued'),
    rewardId: required(id),
    programmeId: required(id),
    referralId: required(id),
    orderId: optional(id),
    beneficiaryId: required(id),
    side: required(choice('side', ['referrer', 'referee', 'partner'])),
    channel: required(choice('channel', ['referral', 'affiliate', 'creator'])),
    kind: required(choice('reward kind', ['credit', 'cash', 'commission', 'discount', 'bonus'])),
    amount: required(money),
  }),
  'reward.due': record<RewardDue>({ ...header('reward.due'), rewardId: required(id) }),
  'reward.paid': record<RewardPaid>({ ...header('reward.paid'), rewardId: required(id) }),
  'reward.reversed': record<RewardReversed>({
    ...header('reward.reversed'),
    rewardId: required(id),
  }),
  'label.recorded': record<LabelRecorded>({
    ...header('label.recorded'),
    rewardId: required(id),
    label: required(choice('label', LABELS)),
    by: required(text()),
  }),
  'account.erased': record<AccountErased>({
    ...header('account.erased'),
    accountId: required(id),
  }),
};
