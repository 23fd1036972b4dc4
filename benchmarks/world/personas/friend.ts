import { accessOf } from '../accounts.ts';
import { newHousehold, newPerson } from '../households.ts';
import { FINDERS_FEE, GUEST_CREDIT, RESELLER_KEY, RETAIL_PROMO } from '../programmes.ts';
import { attribute, bring, honestHabits, type Bringing } from '../referrals.ts';
import { DAY, HOUR, type Instant } from '../time.ts';
import type { World } from '../world.ts';
import { established, few, type Persona } from './persona.ts';

type Tie = Pick<Bringing, 'intent' | 'programme' | 'referrer'> & { readonly at: Instant };

/** Brings one friend, who lives elsewhere but sometimes signs up on a visit. */
export function bringFriend(world: World, tie: Tie): ReturnType<typeof bring> {
  const { random, rates, network } = world;
  const host = tie.referrer.owner;
  const home = random.chance(0.85) ? newHousehold(world, host.household) : newHousehold(world);
  // Sisters, cousins, parents: same name, another home.
  const relative = random.chance(0.06);
  const owner = newPerson(world, relative ? { ...home, familyName: host.family } : home);
  const visiting = random.chance(rates.homeVisit);
  const borrowed = random.chance(rates.borrowedPhone);
  return bring(world, {
    ...tie,
    owner,
    latency: Math.round(random.logNormal(9, 1.9) * HOUR),
    habits: honestHabits(world),
    browser: borrowed ? host.browsers[0] : owner.browsers[0],
    access:
      visiting || borrowed
        ? network.home(host.household.line, tie.at)
        : accessOf(world, owner, tie.at),
    interleaved: borrowed && random.chance(0.3),
  });
}

export const friend: Persona = {
  name: 'honest_friend',
  label: 'honest',
  share: 0.74,
  programmes: [
    [GUEST_CREDIT, 62],
    [FINDERS_FEE, 18],
    [RETAIL_PROMO, 13],
    [RESELLER_KEY, 7],
  ],
  play: (world, { intent, programme, ...scene }) => {
    const { referrer, at } = established(world);
    const count = few(world, { ...scene, intent, programme });
    for (let index = 0; index < count; index += 1) {
      const when = Math.min(world.span.to, at + index * world.random.integer(1, 20) * DAY);
      const referee = bringFriend(world, { intent, programme, referrer, at: when });
      if (programme === GUEST_CREDIT && world.random.chance(world.rates.reciprocal))
        returnFavour(world, {
          intent,
          programme: FINDERS_FEE,
          referrer: referee,
          referee: referrer,
          at: when + 12 * DAY,
        });
    }
    return count;
  },
};

/** The friend refers the referrer back, for something they had not bought yet. */
function returnFavour(world: World, favour: Tie & { readonly referee: Tie['referrer'] }): void {
  attribute(world, { ...favour, latency: 30 * HOUR, habits: honestHabits(world) });
}
