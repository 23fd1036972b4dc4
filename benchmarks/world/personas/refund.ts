import { accessOf, honestClaim } from '../accounts.ts';
import { newHousehold, newPerson, newVoipNumber } from '../households.ts';
import { FINDERS_FEE, GUEST_CREDIT, RETAIL_PROMO } from '../programmes.ts';
import { ABUSIVE_HABITS, bring } from '../referrals.ts';
import { HOUR } from '../time.ts';
import { impostor } from './impostor.ts';
import { few, type Persona } from './persona.ts';

/** Two who know each other book, collect, and take the money back. */
export const refund: Persona = {
  name: 'refund',
  label: 'fraud',
  share: 0.09,
  programmes: [
    [GUEST_CREDIT, 50],
    [FINDERS_FEE, 35],
    [RETAIL_PROMO, 15],
  ],
  play: (world, scene) => {
    const { random, network } = world;
    const { referrer, at } = impostor(world, 0.3);
    const count = few(world, scene);
    for (let index = 0; index < count; index += 1) {
      const when = at + index * random.integer(2, 60) * HOUR;
      const owner = newPerson(world, newHousehold(world, referrer.owner.household));
      const { locale } = owner.household;
      bring(world, {
        ...scene,
        referrer,
        owner,
        claim: {
          ...honestClaim(owner),
          ...(world.happens('refund.voip', 0.3) && { phone: newVoipNumber(world, locale) }),
          ...(world.happens('refund.same-card', 0.15) && { payment: referrer.payment }),
        },
        at: when,
        latency: random.logNormal(0.7, 1.4) * HOUR,
        habits: { ...ABUSIVE_HABITS, cancelled: 0.02, reversed: 0.8 },
        ...(world.happens('refund.same-browser', 0.25) && { browser: referrer.owner.browsers[0] }),
        access: world.happens('refund.same-network', 0.35)
          ? network.home(referrer.owner.household.line, when)
          : accessOf(world, owner, when),
      });
    }
    return count;
  },
};
