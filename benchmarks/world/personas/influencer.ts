import { openAccount } from '../accounts.ts';
import { newHousehold, newPerson } from '../households.ts';
import { CREATOR_COMMISSION, GUEST_CREDIT } from '../programmes.ts';
import { bring, honestHabits } from '../referrals.ts';
import { DAY, HOUR } from '../time.ts';
import { crowd, type Persona } from './persona.ts';

/** One post, and strangers from everywhere follow within days. */
export const influencer: Persona = {
  name: 'honest_influencer',
  label: 'honest',
  share: 0.05,
  programmes: [
    [CREATOR_COMMISSION, 80],
    [GUEST_CREDIT, 20],
  ],
  play: (world, scene) => {
    const { random } = world;
    const posted = world.moment();
    const referrer = openAccount(world, {
      at: posted - random.integer(90, 700) * DAY,
      owner: newPerson(world, newHousehold(world)),
      roles: ['customer', 'creator'],
    });
    const count = crowd(world, scene, [8, 45]);
    const habits = honestHabits(world);
    for (let index = 0; index < count; index += 1) {
      const at = Math.floor(posted + random.exponential(4) * DAY);
      bring(world, {
        ...scene,
        referrer,
        owner: newPerson(world, newHousehold(world)),
        at,
        latency: Math.round(random.logNormal(0.6, 1.7) * HOUR),
        habits: { ...habits, rebook: habits.rebook * 0.65 },
        method: random.chance(0.6) ? 'link' : 'code',
      });
    }
    return count;
  },
};
