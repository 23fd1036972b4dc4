/** The events a world is written in: the contract of `record()`, as JSON carries it. */

export interface Money {
  readonly minor: number;
  readonly currency: string;
}

export type Role = 'customer' | 'partner' | 'affiliate' | 'creator' | 'agent' | 'employee';

export interface Payment {
  readonly kind: 'card' | 'paypal' | 'iban' | 'bank_token' | 'wallet';
  readonly fingerprint: string;
  readonly provider?: string;
  readonly bin?: string;
  readonly last4?: string;
  readonly expiry?: string;
}

export type Components = Readonly<Record<string, { readonly value: unknown }>>;

export interface DeviceSnapshot {
  readonly visitorId: string;
  readonly version: string;
  readonly confidence: number;
  readonly installationId: string;
  readonly components: Components;
}

export interface NetworkVerdict {
  readonly vpn?: boolean;
  readonly proxy?: boolean;
  readonly hosting?: boolean;
  readonly tor?: boolean;
  readonly mobile?: boolean;
}

export interface WrittenPerson {
  readonly givenName?: string;
  readonly familyName?: string;
  readonly fullName?: string;
  readonly birthDate?: string;
}

export interface WrittenAddress {
  readonly lines: readonly string[];
  readonly city?: string;
  readonly region?: string;
  readonly postalCode?: string;
  readonly country?: string;
}

export interface WrittenPhone {
  readonly number: string;
  readonly region?: string;
}

interface Header<Type extends string> {
  readonly id: string;
  readonly type: Type;
  readonly at: string;
}

interface AccountObserved extends Header<'account.observed'> {
  readonly accountId: string;
  readonly roles?: readonly Role[];
  readonly status?: string;
  readonly organisationId?: string;
  readonly createdAt?: string;
  readonly person?: WrittenPerson;
  readonly email?: string;
  readonly phone?: WrittenPhone;
  readonly address?: WrittenAddress;
  readonly payment?: Payment;
  readonly device?: DeviceSnapshot;
  readonly ip?: string;
  readonly network?: NetworkVerdict;
}

export type Method = 'link' | 'code' | 'mention' | 'manager_key' | 'discount_card';

interface ReferralAttributed extends Header<'referral.attributed'> {
  readonly referralId: string;
  readonly programmeId: string;
  readonly referrerId: string;
  readonly refereeId: string;
  readonly method: Method;
  readonly code?: string;
  readonly tag?: string;
  readonly clickedAt?: string;
  readonly employeeId?: string;
}

export type OrderStatus =
  'created' | 'confirmed' | 'completed' | 'cancelled' | 'refunded' | 'charged_back';

interface OrderUpdated extends Header<'order.updated'> {
  readonly orderId: string;
  readonly accountId: string;
  readonly status: OrderStatus;
  readonly amount?: Money;
  readonly startsAt?: string;
  readonly endsAt?: string;
  readonly payment?: Payment;
  readonly category?: string;
}

export type Side = 'referrer' | 'referee' | 'partner';
export type Channel = 'referral' | 'affiliate' | 'creator';

export interface RewardAccrued extends Header<'reward.accrued'> {
  readonly rewardId: string;
  readonly programmeId: string;
  readonly referralId: string;
  readonly orderId: string;
  readonly beneficiaryId: string;
  readonly side: Side;
  readonly channel: Channel;
  readonly kind: 'credit' | 'cash' | 'commission' | 'discount' | 'bonus';
  readonly amount: Money;
}

interface RewardDue extends Header<'reward.due'> {
  readonly rewardId: string;
}

export type WorldEvent =
  AccountObserved | ReferralAttributed | OrderUpdated | RewardAccrued | RewardDue;

type Without<Event> = Event extends WorldEvent ? Omit<Event, 'id' | 'at'> : never;

/** An event before it has an id and a written time. */
export type Happening = Without<WorldEvent>;
