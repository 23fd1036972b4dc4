import { visit, type Account } from './accounts.ts';
import type { Money, OrderStatus, Payment } from './contract.ts';
import { DAY, HOUR, MINUTE, written, type Instant } from './time.ts';
import type { World } from './world.ts';

/** What is bought: how dear, how far ahead, how long it lasts. */
export interface Category {
  readonly name: 'stay' | 'tour' | 'subscription' | 'retail';
  /** Median price in US cents. */
  readonly price: number;
  /** Median days between booking and start. */
  readonly ahead: number;
  readonly longest: number;
}

export const STAY: Category = { name: 'stay', price: 38_000, ahead: 14, longest: 7 };
export const TOUR: Category = { name: 'tour', price: 190_000, ahead: 30, longest: 14 };
export const SUBSCRIPTION: Category = {
  name: 'subscription',
  price: 12_000,
  ahead: 0,
  longest: 30,
};
export const RETAIL: Category = { name: 'retail', price: 6_500, ahead: 0, longest: 0 };

/** One order to place. */
export interface Booking {
  readonly at: Instant;
  readonly account: Account;
  readonly category: Category;
  /** The cheapest thing on offer. */
  readonly cheap?: boolean;
  readonly cancelled?: boolean;
  /** Taken back that long after completion. */
  readonly reversedAfter?: number;
  /** Somebody else pays: an agency, a partner. */
  readonly payer?: Payment;
}

/** An order as it went. */
export interface Order {
  readonly id: string;
  readonly confirmedAt: Instant;
  /** When it ended, or would have. */
  readonly endsAt: Instant;
  readonly amount: Money;
  readonly cancelled: boolean;
  readonly reversed: boolean;
}

export function placeOrder(world: World, booking: Booking): Order {
  const { random } = world;
  const { account, category, at } = booking;
  const id = world.id('ord');
  const { price, currency } = account.owner.household.locale;
  const dear = booking.cheap === true ? random.between(0.22, 0.45) : random.logNormal(1, 0.55);
  const amount = { minor: Math.round(category.price * price * dear), currency };
  const ahead = category.ahead * Math.min(4, random.logNormal(1, 0.7));
  const startsAt = at + Math.round(ahead * DAY) + 2 * HOUR;
  const nights = category.name === 'subscription' ? 30 : random.integer(1, category.longest);
  const endsAt = category.longest === 0 ? startsAt : startsAt + nights * DAY;
  const tell = (when: Instant, status: OrderStatus, first = false): void =>
    world.happen(when, {
      type: 'order.updated',
      orderId: id,
      accountId: account.id,
      status,
      amount,
      ...(first && {
        startsAt: written(startsAt),
        endsAt: written(endsAt),
        category: category.name,
        payment: booking.payer ?? account.payment,
      }),
    });
  if (random.chance(0.3)) tell(at - 5 * MINUTE, 'created', true);
  tell(at, 'confirmed', true);
  if (booking.cancelled === true) tell(cancelTime(world, at, startsAt), 'cancelled');
  else {
    tell(endsAt, 'completed');
    if (booking.reversedAfter !== undefined)
      tell(endsAt + booking.reversedAfter, random.pick(['refunded', 'charged_back']));
  }
  visit(world, account, { at: at - random.integer(6, 25) * MINUTE });
  return {
    id,
    confirmedAt: at,
    endsAt,
    amount,
    cancelled: booking.cancelled === true,
    reversed: booking.cancelled !== true && booking.reversedAfter !== undefined,
  };
}

const cancelTime = (world: World, at: Instant, startsAt: Instant): Instant =>
  Math.floor(world.random.between(at + MINUTE, startsAt));
