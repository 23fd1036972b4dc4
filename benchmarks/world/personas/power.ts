import { FINDERS_FEE, GUEST_CREDIT } from '../programmes.ts';
import { DAY } from '../time.ts';
import { bringFriend } from './friend.ts';
import { crowd, established, type Persona } from './persona.ts';

/** The guest who tells everybody: many friends, one by one. */
export const power: Persona = {
  name: 'honest_power',
  label: 'honest',
  share: 0.04,
  programmes: [
    [FINDERS_FEE, 55],
    [GUEST_CREDIT, 45],
  ],
  play: (world, scene) => {
    const { referrer } = established(world);
    const earliest = Math.max(referrer.createdAt + DAY, world.span.from);
    const count = crowd(world, scene, [6, 18]);
    for (let index = 0; index < count; index += 1) {
      const { intent, programme } = scene;
      const at = Math.floor(world.random.between(earliest, world.span.to));
      bringFriend(world, { intent, programme, referrer, at });
    }
    return count;
  },
};
