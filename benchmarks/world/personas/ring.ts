import { honestClaim, type Account } from '../accounts.ts';
import { newHousehold, newPerson, newVoipNumber } from '../households.ts';
import { FINDERS_FEE, GUEST_CREDIT } from '../programmes.ts';
import { ABUSIVE_HABITS, attribute, bring } from '../referrals.ts';
import { DAY, HOUR, MINUTE } from '../time.ts';
import { newcomer } from './impostor.ts';
import { crowd, type Persona } from './persona.ts';

/** A handful of people refer each other in a circle and lend each other what they need. */
export const ring: Persona = {
  name: 'ring',
  label: 'fraud',
  share: 0.09,
  programmes: [[GUEST_CREDIT, 1]],
  play: (world, scene) => {
    const { random, network } = world;
    const start = world.moment();
    const founder = newPerson(world, newHousehold(world));
    const home = founder.household;
    const first = newcomer(world, start - random.integer(2, 40) * DAY, founder);
    const count = crowd(world, scene, [4, 7]);
    let referrer: Account = first;
    for (let index = 0; index < count; index += 1) {
      const at = start + index * random.integer(8, 90) * HOUR;
      const member = newPerson(world, newHousehold(world, home));
      const lent = world.happens('ring.lent-phone', 0.35);
      referrer = bring(world, {
        ...scene,
        referrer,
        owner: member,
        claim: {
          ...honestClaim(member),
          ...(world.happens('ring.voip', 0.4) && { phone: newVoipNumber(world, home.locale) }),
          ...(world.happens('ring.lent-card', 0.2) && { payment: founder.payment }),
          ...(world.happens('ring.one-door', 0.25) && { address: home.address }),
        },
        at,
        latency: random.logNormal(10, 1.2) * MINUTE,
        habits: ABUSIVE_HABITS,
        browser: lent ? founder.browsers[0] : member.browsers[0],
        ...(world.happens('ring.one-network', 0.45) && { access: network.home(home.line, at) }),
      });
    }
    // The circle closes in another programme: the founder is no new guest any more.
    const at = start + count * 90 * HOUR;
    const closing = { ...scene, programme: FINDERS_FEE, referrer, referee: first, at };
    attribute(world, { ...closing, latency: 20 * MINUTE, habits: ABUSIVE_HABITS });
    return count + 1;
  },
};
