import { newPerson } from '../households.ts';
import { FINDERS_FEE, GUEST_CREDIT, RETAIL_PROMO } from '../programmes.ts';
import { bring, honestHabits } from '../referrals.ts';
import { HOUR } from '../time.ts';
import { established, type Persona } from './persona.ts';

/** Spouses, grown children, flatmates: two people behind one door. */
export const household: Persona = {
  name: 'honest_household',
  label: 'honest',
  share: 0.09,
  programmes: [
    [GUEST_CREDIT, 66],
    [FINDERS_FEE, 18],
    [RETAIL_PROMO, 16],
  ],
  play: (world, { intent, programme }) => {
    const { random, network } = world;
    const { referrer, at } = established(world);
    const home = referrer.owner.household;
    const person = newPerson(world, home);
    // Family plans: one number on file for both.
    const owner = world.happens('household.phone', 0.05)
      ? { ...person, phone: referrer.owner.phone }
      : person;
    const shared = home.sharedBrowser !== undefined && world.happens('household.device', 0.45);
    bring(world, {
      intent,
      programme,
      referrer,
      owner,
      at,
      latency: Math.round(random.logNormal(3, 1.8) * HOUR),
      habits: honestHabits(world),
      ...(shared && { browser: home.sharedBrowser }),
      ...(world.happens('household.network', 0.75) && { access: network.home(home.line, at) }),
      interleaved: shared && random.chance(0.35),
    });
    return 1;
  },
};
