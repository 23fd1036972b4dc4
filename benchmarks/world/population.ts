import { openAccount, visit, type Account } from './accounts.ts';
import type { Role } from './contract.ts';
import { newHousehold, newPerson, type Household } from './households.ts';
import { placeOrder, STAY, TOUR } from './orders.ts';
import { DAY, type Instant } from './time.ts';
import type { World } from './world.ts';

/** How long before the first referral the oldest customer joined. */
const HISTORY = 540 * DAY;

/** Customers who came by themselves. Frequencies of shared values are estimated on them. */
export function settle(world: World, count: number): void {
  const { random } = world;
  let neighbours: Household | undefined;
  while (world.guests.length < count) {
    const household = newHousehold(world, random.chance(0.5) ? neighbours : undefined);
    neighbours = household;
    join(world, household);
    if (random.chance(0.12)) join(world, household);
  }
}

/** Affiliates and shop staff: accounts with a role, older than the first referral. */
export function employ(world: World): void {
  const hired = (roles: readonly Role[]): Account => {
    const at = world.span.from - world.random.integer(60, 500) * DAY;
    return openAccount(world, { at, owner: newPerson(world, newHousehold(world)), roles });
  };
  for (let left = 6; left > 0; left -= 1) world.affiliates.push(hired(['affiliate', 'partner']));
  for (let left = 18; left > 0; left -= 1) world.staff.push(hired(['employee']));
}

function join(world: World, household: Household): void {
  const { random, span, rates } = world;
  const at = Math.floor(span.from - HISTORY + random.between(0, HISTORY + (span.to - span.from)));
  const guest = openAccount(world, { at, owner: newPerson(world, household) });
  world.guests.push(guest);
  for (let visits = random.integer(1, 3); visits > 0; visits -= 1)
    visit(world, guest, { at: Math.floor(random.between(at, span.to)) });
  if (!random.chance(0.8)) return;
  const first = order(world, guest, at + random.logNormal(3, 1.2) * DAY);
  if (random.chance(rates.rebook)) order(world, guest, first + random.exponential(140) * DAY);
}

function order(world: World, account: Account, at: number): Instant {
  const { random, rates, span } = world;
  if (at > span.to) return at;
  const placed = placeOrder(world, {
    at: Math.floor(at),
    account,
    category: random.chance(0.85) ? STAY : TOUR,
    cancelled: random.chance(rates.cancelled),
    ...(random.chance(rates.reversed) && { reversedAfter: random.integer(2, 45) * DAY }),
  });
  return placed.endsAt;
}

/** A customer who joined at least a month before `at`. */
export function guestBefore(world: World, at: Instant): Account {
  for (;;) {
    const guest = world.random.pick(world.guests);
    if (guest.createdAt < at - 30 * DAY) return guest;
  }
}
