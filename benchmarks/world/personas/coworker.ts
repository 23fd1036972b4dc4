import { newHousehold, newPerson } from '../households.ts';
import { GUEST_CREDIT, RESELLER_KEY } from '../programmes.ts';
import { bring, honestHabits } from '../referrals.ts';
import { HOUR } from '../time.ts';
import { visit } from '../accounts.ts';
import { established, few, type Persona } from './persona.ts';

/** Colleagues: one office network, sometimes one mail domain, nothing else in common. */
export const coworker: Persona = {
  name: 'honest_coworker',
  label: 'honest',
  share: 0.05,
  programmes: [
    [GUEST_CREDIT, 75],
    [RESELLER_KEY, 25],
  ],
  play: (world, scene) => {
    const { random, network } = world;
    const { referrer, at } = established(world);
    const office = referrer.owner.office ?? random.skewed(world.offices);
    const count = few(world, scene);
    for (let index = 0; index < count; index += 1) {
      const when = at + index * 20 * HOUR;
      const owner = { ...newPerson(world, newHousehold(world, referrer.owner.household)), office };
      const access = network.office(office);
      visit(world, referrer, { at: when - 2 * HOUR, access });
      bring(world, {
        ...scene,
        referrer,
        owner,
        at: when,
        latency: Math.round(random.logNormal(5, 1.6) * HOUR),
        habits: honestHabits(world),
        ...(world.happens('coworker.at-work', 0.6) && { access }),
      });
    }
    return count;
  },
};
