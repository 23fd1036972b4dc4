import { accessOf, honestClaim } from '../accounts.ts';
import { sameMailbox, similarMailbox } from '../mailboxes.ts';
import { newPayment } from '../payments.ts';
import { FINDERS_FEE, GUEST_CREDIT, RESELLER_KEY, RETAIL_PROMO } from '../programmes.ts';
import { ABUSIVE_HABITS, bring } from '../referrals.ts';
import { MINUTE } from '../time.ts';
import { newPhoneNumber } from '../households.ts';
import { few, type Persona } from './persona.ts';
import { impostor } from './impostor.ts';

/** Refers himself: his own browser, a plus sign in the mailbox, often his own card. */
export const lazy: Persona = {
  name: 'lazy',
  label: 'fraud',
  share: 0.2,
  programmes: [
    [GUEST_CREDIT, 68],
    [FINDERS_FEE, 14],
    [RETAIL_PROMO, 10],
    [RESELLER_KEY, 8],
  ],
  play: (world, scene) => {
    const { random } = world;
    const { referrer, at } = impostor(world);
    const { owner } = referrer;
    const { locale } = owner.household;
    const count = few(world, scene);
    for (let index = 0; index < count; index += 1) {
      const when = at + index * random.integer(30, 3000) * MINUTE;
      const own = world.happens('lazy.own-browser', 0.75);
      bring(world, {
        ...scene,
        referrer,
        owner,
        claim: {
          ...honestClaim(owner),
          given: world.happens('lazy.short-name', 0.25) ? owner.given.slice(0, 3) : owner.given,
          email: world.happens('lazy.same-mailbox', 0.6)
            ? sameMailbox(owner.email, random)
            : similarMailbox(owner.email, random),
          phone: world.happens('lazy.own-phone', 0.35)
            ? owner.phone
            : newPhoneNumber(world, locale),
          payment: world.happens('lazy.own-card', 0.6) ? owner.payment : newPayment(random, locale),
        },
        at: when,
        latency: random.logNormal(4, 1) * MINUTE,
        habits: ABUSIVE_HABITS,
        browser: own ? owner.browsers[0] : random.pick(owner.browsers),
        access: accessOf(world, owner, when),
        interleaved: world.happens('lazy.interleaved', 0.7),
      });
    }
    return count;
  },
};
