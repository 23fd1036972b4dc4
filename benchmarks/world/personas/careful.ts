import { newComputer, newPhone } from '../devices.ts';
import { newHousehold, newPerson, newPhoneNumber, newVoipNumber } from '../households.ts';
import { accessOf } from '../accounts.ts';
import { newPayment } from '../payments.ts';
import { FINDERS_FEE, GUEST_CREDIT } from '../programmes.ts';
import { ABUSIVE_HABITS, bring } from '../referrals.ts';
import { HOUR } from '../time.ts';
import { disguised, impostor } from './impostor.ts';
import type { Persona } from './persona.ts';

/** Refers himself and thinks about it: own device, card and network for the second identity. */
export const careful: Persona = {
  name: 'careful',
  label: 'fraud',
  share: 0.1,
  programmes: [
    [FINDERS_FEE, 50],
    [GUEST_CREDIT, 50],
  ],
  play: (world, scene) => {
    const { random, network, rates } = world;
    const { referrer, at } = impostor(world);
    const { owner } = referrer;
    const { locale, address } = owner.household;
    const second = newPerson(world, newHousehold(world, owner.household));
    const claimed = world.happens('careful.own-name', 0.15) ? owner : second;
    const hidden = world.happens('careful.vpn', 0.6);
    const browser = random.chance(0.5)
      ? newPhone(random, locale, rates)
      : newComputer(random, locale);
    const slips = world.happens('careful.slips', 0.12);
    bring(world, {
      ...scene,
      referrer,
      owner: slips ? owner : { ...owner, browsers: [browser], onVpn: hidden },
      claim: {
        given: claimed.given,
        family: claimed.family,
        email: second.email,
        phone: world.happens('careful.voip', 0.5)
          ? newVoipNumber(world, locale)
          : newPhoneNumber(world, locale),
        // The second card has to be billed somewhere.
        address: world.happens('careful.own-address', 0.5)
          ? random.chance(0.5)
            ? address
            : disguised(world, address)
          : second.household.address,
        payment: newPayment(random, locale),
      },
      at,
      latency: random.logNormal(1.5, 1.3) * HOUR,
      habits: { ...ABUSIVE_HABITS, hours: 20 },
      browser,
      access: hidden ? network.vpn() : accessOf(world, owner, at),
    });
    return 1;
  },
};
