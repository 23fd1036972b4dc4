import { accessOf, honestClaim } from '../accounts.ts';
import { anotherProfile } from '../devices.ts';
import { newPhoneNumber, newVoipNumber } from '../households.ts';
import { similarMailbox } from '../mailboxes.ts';
import { newPayment } from '../payments.ts';
import { FINDERS_FEE, GUEST_CREDIT } from '../programmes.ts';
import { ABUSIVE_HABITS, bring } from '../referrals.ts';
import { MINUTE } from '../time.ts';
import { disguised, impostor } from './impostor.ts';
import { few, type Persona } from './persona.ts';

/** Refers himself under another spelling: second browser, new card, number bought online. */
export const alias: Persona = {
  name: 'alias',
  label: 'fraud',
  share: 0.15,
  programmes: [
    [GUEST_CREDIT, 75],
    [FINDERS_FEE, 25],
  ],
  play: (world, scene) => {
    const { random, mailboxes, network } = world;
    const { referrer, at } = impostor(world);
    const { owner } = referrer;
    const { locale, address } = owner.household;
    const count = few(world, scene);
    const slips = world.happens('alias.slips', 0.25);
    for (let index = 0; index < count; index += 1) {
      const when = at + index * random.integer(60, 6000) * MINUTE;
      const browser = anotherProfile(owner.browsers[0], random);
      const given = world.happens('alias.other-given', 0.55)
        ? random.skewed(locale.givenNames)
        : owner.given;
      bring(world, {
        ...scene,
        referrer,
        owner: slips ? owner : { ...owner, browsers: [browser] },
        claim: {
          ...honestClaim(owner),
          given,
          family: world.happens('alias.other-family', 0.35)
            ? random.skewed(locale.familyNames)
            : owner.family,
          email: world.happens('alias.similar-mailbox', 0.5)
            ? similarMailbox(owner.email, random)
            : mailboxes.personal({ given, family: owner.family }, locale),
          phone: world.happens('alias.voip', 0.45)
            ? newVoipNumber(world, locale)
            : newPhoneNumber(world, locale),
          address: world.happens('alias.disguised', 0.6) ? disguised(world, address) : address,
          payment: world.happens('alias.own-card', 0.2)
            ? owner.payment
            : newPayment(random, locale),
        },
        at: when,
        latency: random.logNormal(8, 1.2) * MINUTE,
        habits: ABUSIVE_HABITS,
        browser,
        access: world.happens('alias.vpn', 0.25) ? network.vpn() : accessOf(world, owner, when),
      });
    }
    return count;
  },
};
