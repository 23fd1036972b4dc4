import { accessOf, honestClaim, openAccount } from '../accounts.ts';
import { newComputer } from '../devices.ts';
import { newHousehold, newPerson } from '../households.ts';
import { newPayment } from '../payments.ts';
import { PARTNER_COMMISSION, RESELLER_KEY } from '../programmes.ts';
import { bring, honestHabits } from '../referrals.ts';
import { DAY, HOUR } from '../time.ts';
import type { World } from '../world.ts';
import { crowd, type Persona } from './persona.ts';

/** A travel agency: customers sign up at its desk, on its computer, and some let it pay. */
export const agent: Persona = {
  name: 'honest_agent',
  label: 'honest',
  share: 0.03,
  programmes: [
    [PARTNER_COMMISSION, 75],
    [RESELLER_KEY, 25],
  ],
  play: (world, scene) => {
    const { random, network } = world;
    const agency = openAgency(world);
    const desk = network.office(agency.organisationId);
    const count = crowd(world, scene, [6, 22]);
    for (let index = 0; index < count; index += 1) {
      const at = world.moment();
      const owner = newPerson(world, newHousehold(world, agency.account.owner.household));
      const assisted = world.happens('agent.assisted', 0.65);
      const pays = assisted && world.happens('agent.pays', 0.35);
      bring(world, {
        ...scene,
        referrer: agency.account,
        owner,
        claim: pays
          ? { ...honestClaim(owner), payment: agency.account.payment }
          : honestClaim(owner),
        at,
        latency: Math.round(random.logNormal(assisted ? 0.3 : 8, 1) * HOUR),
        habits: honestHabits(world),
        browser: assisted ? agency.computer : owner.browsers[0],
        access: assisted ? desk : accessOf(world, owner, at),
        interleaved: assisted && random.chance(0.4),
        employeeId: agency.account.id,
      });
    }
    return count;
  },
};

function openAgency(world: World) {
  const { random } = world;
  const household = newHousehold(world);
  const computer = newComputer(random, household.locale);
  const organisationId = world.id('org');
  const person = newPerson(world, household);
  const owner = {
    ...person,
    browsers: [computer] as const,
    payment: newPayment(random, household.locale),
  };
  const claim = honestClaim(owner);
  const account = openAccount(world, {
    at: world.span.from - random.integer(120, 500) * DAY,
    owner,
    // Resellers without a mailbox of their own get a placeholder nobody reads.
    claim: random.chance(0.25)
      ? { ...claim, email: `manager${random.integer(1, 99)}@example.com` }
      : claim,
    roles: ['partner', 'agent'],
    organisationId,
    access: world.network.office(organisationId),
  });
  return { account, computer, organisationId };
}
