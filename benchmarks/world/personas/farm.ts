import { rackPhones, anotherProfile } from '../devices.ts';
import { newHousehold, newPerson, newPhoneNumber, newVoipNumber } from '../households.ts';
import { issuersOf, newCard } from '../payments.ts';
import { FINDERS_FEE, GUEST_CREDIT } from '../programmes.ts';
import { ABUSIVE_HABITS, bring } from '../referrals.ts';
import { DAY, MINUTE } from '../time.ts';
import type { World } from '../world.ts';
import { newcomer } from './impostor.ts';
import { crowd, type Persona } from './persona.ts';

/** One operator, a shelf of phones, and invented people by the dozen. */
export const farm: Persona = {
  name: 'farm',
  label: 'fraud',
  share: 0.2,
  programmes: [
    [GUEST_CREDIT, 80],
    [FINDERS_FEE, 20],
  ],
  play: (world, scene) => {
    const { random } = world;
    const start = world.moment();
    const age = random.chance(0.7) ? random.integer(1, 20) : random.integer(30, 150);
    const operator = newPerson(world, newHousehold(world));
    const base = operator.household;
    const kit = equip(world, base);
    const [shelf] = kit.phones;
    const boss = world.happens('farm.boss-on-shelf', 0.45) && shelf !== undefined;
    const referrer = newcomer(
      world,
      start - age * DAY,
      boss ? { ...operator, browsers: [shelf] } : operator,
    );
    const count = crowd(world, scene, [6, 28]);
    const pace = random.chance(0.7)
      ? random.integer(15, 180) * MINUTE
      : random.between(0.6, 2) * DAY;
    for (let index = 0; index < count; index += 1) {
      const at = Math.floor(start + index * pace * random.between(0.8, 1.2));
      const invented = newPerson(world, newHousehold(world, base));
      const phone = random.pick(kit.phones);
      const browser = world.happens('farm.wipes', 0.6) ? anotherProfile(phone, random) : phone;
      bring(world, {
        ...scene,
        referrer,
        owner: {
          ...invented,
          browsers: [browser],
          household: { ...invented.household, line: base.line },
          onVpn: kit.proxies,
        },
        claim: kit.claim(invented),
        at,
        latency: random.logNormal(4, 0.5) * MINUTE,
        habits: { ...ABUSIVE_HABITS, cheap: 0.6, rebook: 0.01 },
        browser,
        access: kit.access(at),
      });
    }
    return count;
  },
};

type Home = ReturnType<typeof newHousehold>;
type Invented = ReturnType<typeof newPerson>;

/** What the farm has bought: phones, mail domain, cards, a way into the network, an address or two. */
function equip(world: World, base: Home) {
  const { random, network, mailboxes } = world;
  const { locale } = base;
  const mail = random.weighted([
    [`${random.hex(4)}-${random.pick(['post', 'inbox', 'letters'])}.click`, 4],
    ['disposable', 3],
    ['gmail.com', 3],
  ]);
  const bin = random.pick(issuersOf(locale.country));
  const cards = Array.from({ length: random.integer(2, 9) }, () => newCard(random, bin));
  const doors = Array.from(
    { length: random.integer(1, 4) },
    () => newHousehold(world, base).address,
  );
  const proxies = world.happens('farm.proxies', 0.6);
  const shelf = `shelf-${random.hex(6)}`;
  return {
    proxies,
    phones: rackPhones(random, locale, random.integer(1, 4)),
    access: (at: number) =>
      proxies
        ? random.chance(0.5)
          ? network.vpn()
          : network.hosting(`${shelf}-${random.integer(1, 4)}`)
        : network.home(base.line, at),
    claim: (invented: Invented) => ({
      given: invented.given,
      family: invented.family,
      email: mail === 'disposable' ? mailboxes.disposable() : mailboxes.at(invented, mail),
      phone: world.happens('farm.voip', 0.5)
        ? newVoipNumber(world, locale)
        : newPhoneNumber(world, locale),
      address: world.happens('farm.same-door', 0.5)
        ? random.pick(doors)
        : invented.household.address,
      payment: world.happens('farm.same-card', 0.5) ? random.pick(cards) : newCard(random, bin),
    }),
  };
}
