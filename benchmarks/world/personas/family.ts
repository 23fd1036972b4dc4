import { honestClaim } from '../accounts.ts';
import { newPerson } from '../households.ts';
import { similarMailbox } from '../mailboxes.ts';
import { FINDERS_FEE, GUEST_CREDIT } from '../programmes.ts';
import { ABUSIVE_HABITS, bring } from '../referrals.ts';
import { HOUR, MINUTE } from '../time.ts';
import { impostor } from './impostor.ts';
import { few, type Persona } from './persona.ts';

/** Signs up relatives who know nothing of it, from the living room, and travels himself. */
export const family: Persona = {
  name: 'family',
  label: 'fraud',
  share: 0.11,
  programmes: [
    [GUEST_CREDIT, 80],
    [FINDERS_FEE, 20],
  ],
  play: (world, scene) => {
    const { random, network } = world;
    const { referrer, at } = impostor(world, 0.1);
    const { owner } = referrer;
    const home = owner.household;
    const count = few(world, scene);
    for (let index = 0; index < count; index += 1) {
      const when = at + index * random.integer(1, 200) * HOUR;
      const relative = newPerson(world, home);
      bring(world, {
        ...scene,
        referrer,
        owner: { ...relative, browsers: owner.browsers },
        claim: {
          ...honestClaim(relative),
          email: world.happens('family.own-mailbox', 0.2)
            ? similarMailbox(owner.email, random)
            : relative.email,
          phone: world.happens('family.own-phone', 0.25) ? owner.phone : relative.phone,
          payment: world.happens('family.own-card', 0.6) ? owner.payment : relative.payment,
        },
        at: when,
        latency: random.logNormal(12, 1.3) * MINUTE,
        habits: { ...ABUSIVE_HABITS, cheap: 0.35 },
        browser: world.happens('family.own-browser', 0.6)
          ? owner.browsers[0]
          : relative.browsers[0],
        access: network.home(home.line, when),
        interleaved: world.happens('family.interleaved', 0.6),
      });
    }
    return count;
  },
};
