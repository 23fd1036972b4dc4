import { accessOf, honestClaim, visit } from '../accounts.ts';
import { newHousehold, newPerson } from '../households.ts';
import { FINDERS_FEE, RETAIL_PROMO } from '../programmes.ts';
import { bring, honestHabits } from '../referrals.ts';
import { HOUR } from '../time.ts';
import { crowd, type Persona } from './persona.ts';

/** Staff who enter themselves as the referrer of customers who walked in unasked. */
export const insider: Persona = {
  name: 'insider',
  label: 'fraud',
  share: 0.06,
  programmes: [
    [RETAIL_PROMO, 50],
    [FINDERS_FEE, 50],
  ],
  play: (world, scene) => {
    const { random, network } = world;
    const referrer = random.pick(world.staff);
    const desk = network.office(`desk-${referrer.id}`);
    const count = crowd(world, scene, [4, 14]);
    for (let index = 0; index < count; index += 1) {
      const at = world.moment();
      const owner = newPerson(world, newHousehold(world, referrer.owner.household));
      const atDesk = world.happens('insider.at-desk', 0.55);
      visit(world, referrer, { at: at - HOUR, access: desk });
      bring(world, {
        ...scene,
        referrer,
        owner,
        claim: {
          ...honestClaim(owner),
          // Walk-in customers rarely leave a number; the form wants one.
          ...(world.happens('insider.own-phone', 0.15) && { phone: referrer.owner.phone }),
        },
        at,
        latency: 0.2 * HOUR,
        habits: { ...honestHabits(world), hours: 1 },
        method: scene.programme === RETAIL_PROMO ? 'discount_card' : 'mention',
        employeeId: referrer.id,
        browser: atDesk ? referrer.owner.browsers[0] : owner.browsers[0],
        access: atDesk ? desk : accessOf(world, owner, at),
        interleaved: atDesk && random.chance(0.4),
      });
    }
    return count;
  },
};
