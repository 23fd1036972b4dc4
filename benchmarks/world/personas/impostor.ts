import { openAccount, type Account } from '../accounts.ts';
import { newHousehold, newPerson, type Person } from '../households.ts';
import { placeOrder, STAY } from '../orders.ts';
import { guestBefore } from '../population.ts';
import { DAY, type Instant } from '../time.ts';
import type { World } from '../world.ts';
import type { Address } from '../written.ts';

/** An account whose owner will abuse it: mostly a customer of long standing, sometimes days old. */
export function impostor(world: World, fresh = 0.2): { referrer: Account; at: Instant } {
  const { random } = world;
  const at = world.moment();
  if (!world.happens(`impostor.fresh-${fresh}`, fresh))
    return { referrer: guestBefore(world, at), at };
  return { referrer: newcomer(world, at - Math.round(random.between(0.2, 20) * DAY)), at };
}

/** A young account with one cheap order. */
export function newcomer(
  world: World,
  at: Instant,
  owner: Person = newPerson(world, newHousehold(world)),
): Account {
  const account = openAccount(world, { at, owner });
  if (world.random.chance(0.5))
    placeOrder(world, { at: at + DAY / 4, account, category: STAY, cheap: true });
  return account;
}

/** The same door written so that it does not look the same: unit dropped or another one. */
export function disguised(world: World, address: Address): Address {
  const { random } = world;
  const { unit, ...building } = address;
  if (random.chance(0.5))
    return unit === undefined ? { ...building, unit: random.integer(1, 9) } : building;
  return { ...building, unit: (unit ?? 0) + random.integer(1, 12) };
}
