import { openAccount, visit, type Account, type SignUp } from './accounts.ts';
import type { Method, Payment } from './contract.ts';
import { placeOrder } from './orders.ts';
import { GUEST_CREDIT, PARTNER_COMMISSION, type Programme } from './programmes.ts';
import { accrue } from './rewards.ts';
import { DAY, HOUR, MINUTE, written, type Instant } from './time.ts';
import type { PersonaName } from './truth.ts';
import type { World } from './world.ts';

/** How a referee books. Shares are between 0 and 1. */
export interface Habits {
  readonly cheap: number;
  readonly cancelled: number;
  /** Refunded or charged back once the reward is paid. */
  readonly reversed: number;
  readonly rebook: number;
  /** Median hours from sign-up to the first order. */
  readonly hours: number;
  readonly payer?: Payment;
}

export const honestHabits = ({ rates }: World): Habits => ({
  cheap: 0.12,
  cancelled: rates.cancelled,
  reversed: rates.reversed,
  rebook: rates.rebook,
  hours: 50,
});

export const ABUSIVE_HABITS: Habits = {
  cheap: 0.45,
  cancelled: 0.06,
  reversed: 0.04,
  rebook: 0.03,
  hours: 6,
};

/** Who refers in which way, and whether that is abuse. */
export interface Intent {
  readonly name: PersonaName;
  readonly label: 'honest' | 'fraud';
}

/** One referral of an account that exists. */
export interface Referral {
  readonly intent: Intent;
  readonly programme: Programme;
  readonly referrer: Account;
  readonly referee: Account;
  readonly at: Instant;
  /** Milliseconds from the click to the sign-up. */
  readonly latency: number;
  readonly habits: Habits;
  readonly method?: Method;
  /** Account of the employee who entered it. */
  readonly employeeId?: string;
}

/** A referral whose referee signs up for it. */
export type Bringing = Omit<Referral, 'referee'> &
  Omit<SignUp, 'online' | 'at'> & {
    /** Referrer and referee take turns in the same browser, minutes apart. */
    readonly interleaved?: boolean;
  };

/** The referee signs up, and the referral takes its course. */
export function bring(world: World, bringing: Bringing): Account {
  const { referrer, at, latency, browser, access, programme } = bringing;
  visit(world, referrer, { at: at - latency - Math.round(world.random.exponential(8) * HOUR) });
  if (browser !== undefined && referrer.owner.browsers.includes(browser)) {
    const apart = bringing.interleaved === true ? 7 * MINUTE : world.random.integer(1, 9) * DAY;
    visit(world, referrer, { at: at - apart, browser });
    if (bringing.interleaved === true)
      visit(world, referrer, { at: at + 9 * MINUTE, browser, ...(access && { access }) });
  }
  const referee = openAccount(world, { ...bringing, online: programme.online });
  attribute(world, { ...bringing, referee });
  return referee;
}

/** Writes a referral down, with the orders and rewards that follow from it. */
export function attribute(world: World, referral: Referral): void {
  const { random, rates } = world;
  const { programme, referrer, referee, at, habits, intent } = referral;
  const referralId = tell(world, referral);
  const truth = { label: intent.label, persona: intent.name };
  const order = (when: Instant) =>
    placeOrder(world, {
      at: Math.floor(when),
      account: referee,
      category: programme.category,
      cheap: random.chance(habits.cheap),
      cancelled: random.chance(habits.cancelled),
      ...(random.chance(habits.reversed) && {
        reversedAfter: (programme.holdDays + random.integer(2, 35)) * DAY,
      }),
      ...(habits.payer && { payer: habits.payer }),
    });
  const first = order(at + random.logNormal(habits.hours, 0.9) * HOUR);
  const earning = { programme, referralId, referrer, referee, truth };
  accrue(world, { ...earning, order: first });
  if (intent.label === 'honest' && programme === GUEST_CREDIT && random.chance(rates.doubleClaim))
    claimTwice(world, referral, first);
  if (!random.chance(habits.rebook)) return;
  const again = first.endsAt + random.exponential(120) * DAY;
  if (again > world.span.to) return;
  const second = order(again);
  if (programme.recurring) accrue(world, { ...earning, order: second });
}

function tell(world: World, referral: Referral): string {
  const { random, codes } = world;
  const { programme, referrer, at, latency } = referral;
  const referralId = world.id('ref');
  const method = referral.method ?? random.weighted(programme.methods);
  const clicked = method === 'link' || method === 'manager_key';
  world.happen(at + MINUTE, {
    type: 'referral.attributed',
    referralId,
    programmeId: programme.id,
    referrerId: referrer.id,
    refereeId: referral.referee.id,
    method,
    ...(method !== 'mention' && { code: codes.of(referrer, programme) }),
    ...(clicked &&
      random.chance(0.2) && { tag: random.pick(['mail', 'story', 'signature', 'blog']) }),
    ...(clicked && { clickedAt: written(at - Math.round(latency)) }),
    ...(referral.employeeId !== undefined && { employeeId: referral.employeeId }),
  });
  return referralId;
}

/** An affiliate claims an order a friend has already earned on. */
function claimTwice(world: World, referral: Referral, order: ReturnType<typeof placeOrder>): void {
  const affiliate = world.random.pick(world.affiliates);
  const claim = { ...referral, programme: PARTNER_COMMISSION, referrer: affiliate };
  accrue(world, {
    programme: PARTNER_COMMISSION,
    referralId: tell(world, { ...claim, at: referral.at + 2 * MINUTE }),
    order,
    referrer: affiliate,
    referee: referral.referee,
    truth: { label: 'policy', persona: 'double_claim' },
    slow: 2,
  });
}
