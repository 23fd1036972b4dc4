import type { Instant } from '../instant.ts';
import type { Money } from '../money.ts';
import type {
  AccountRole,
  NetworkVerdict,
  ObservedAddress,
  ObservedDevice,
  ObservedPayment,
  ObservedPerson,
  ObservedPhone,
} from './observed.ts';

/** What every event carries. Recording the same id twice is a no-op; other content under it is an error. */
export interface EventHeader {
  readonly id: string;
  readonly at: Instant;
}

/** Something seen of an account. Every field is optional; an absent one changes nothing. */
export interface AccountObserved extends EventHeader {
  readonly type: 'account.observed';
  readonly accountId: string;
  readonly roles?: readonly AccountRole[];
  readonly status?: string;
  readonly organisationId?: string;
  readonly createdAt?: Instant;
  readonly person?: ObservedPerson;
  readonly email?: string;
  readonly phone?: ObservedPhone;
  readonly address?: ObservedAddress;
  readonly payment?: ObservedPayment;
  readonly device?: ObservedDevice;
  readonly ip?: string;
  readonly network?: NetworkVerdict;
}

export type ReferralMethod = 'link' | 'code' | 'mention' | 'manager_key' | 'discount_card';

/** One account brought another. */
export interface ReferralAttributed extends EventHeader {
  readonly type: 'referral.attributed';
  readonly referralId: string;
  readonly programmeId: string;
  readonly referrerId: string;
  readonly refereeId: string;
  readonly method?: ReferralMethod;
  /** Compared case-sensitively: two spellings are two codes. */
  readonly code?: string;
  readonly tag?: string;
  readonly clickedAt?: Instant;
  readonly employeeId?: string;
}

export type OrderStatus =
  'created' | 'confirmed' | 'completed' | 'cancelled' | 'refunded' | 'charged_back';

/** The state of an order, booking or subscription changed. */
export interface OrderUpdated extends EventHeader {
  readonly type: 'order.updated';
  readonly orderId: string;
  readonly accountId: string;
  readonly status: OrderStatus;
  readonly amount?: Money;
  readonly startsAt?: Instant;
  readonly endsAt?: Instant;
  readonly payment?: ObservedPayment;
  readonly category?: string;
}

export type RewardSide = 'referrer' | 'referee' | 'partner';
export type RewardChannel = 'referral' | 'affiliate' | 'creator';
export type RewardKind = 'credit' | 'cash' | 'commission' | 'discount' | 'bonus';

/** A reward came into being for an order. */
export interface RewardAccrued extends EventHeader {
  readonly type: 'reward.accrued';
  readonly rewardId: string;
  readonly programmeId: string;
  readonly referralId: string;
  readonly orderId?: string;
  readonly beneficiaryId: string;
  readonly side: RewardSide;
  readonly channel: RewardChannel;
  readonly kind: RewardKind;
  readonly amount: Money;
}

/** The payout service asks now whether it may pay. */
export interface RewardDue extends EventHeader {
  readonly type: 'reward.due';
  readonly rewardId: string;
}

/** The payout service has paid. */
export interface RewardPaid extends EventHeader {
  readonly type: 'reward.paid';
  readonly rewardId: string;
}

/** The payout service has taken the reward back. */
export interface RewardReversed extends EventHeader {
  readonly type: 'reward.reversed';
  readonly rewardId: string;
}

/** What a reward can turn out to have been. */
export const LABELS = ['fraud', 'honest', 'policy', 'unsure'] as const;
export type Label = (typeof LABELS)[number];

/** What a person concluded about a reward. */
export interface LabelRecorded extends EventHeader {
  readonly type: 'label.recorded';
  readonly rewardId: string;
  readonly label: Label;
  readonly by: string;
}

/** The account's data must go; a tombstone stays. */
export interface AccountErased extends EventHeader {
  readonly type: 'account.erased';
  readonly accountId: string;
}

/** Everything a host system can tell. DESIGN §3 is the contract; `contract.ts` is the same table as data. */
export type DomainEvent =
  | AccountObserved
  | ReferralAttributed
  | OrderUpdated
  | RewardAccrued
  | RewardDue
  | RewardPaid
  | RewardReversed
  | LabelRecorded
  | AccountErased;

export type EventType = DomainEvent['type'];

/** Order in which events of one instant fold; the position in this list is the rank. */
export const EVENT_TYPES: readonly EventType[] = [
  'account.observed',
  'referral.attributed',
  'order.updated',
  'reward.accrued',
  'reward.due',
  'reward.paid',
  'reward.reversed',
  'label.recorded',
  'account.erased',
];
