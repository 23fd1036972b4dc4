import type { Payment } from './contract.ts';
import { newComputer, newPhone, type Browser } from './devices.ts';
import type { Locale, Town } from './locale/index.ts';
import type { HomeLine } from './network.ts';
import { newPayment } from './payments.ts';
import { DAY, writtenDay } from './time.ts';
import type { World } from './world.ts';
import type { Address, Phone } from './written.ts';

/** People who live behind one door. */
export interface Household {
  readonly locale: Locale;
  readonly address: Address;
  readonly familyName: string;
  readonly line: HomeLine;
  /** A card the couple shares. */
  readonly jointCard?: Payment;
  /** The tablet or computer in the living room. */
  readonly sharedBrowser?: Browser;
}

/** One human being, with what they own. */
export interface Person {
  readonly given: string;
  readonly family: string;
  readonly birthDate: string;
  readonly household: Household;
  readonly email: string;
  readonly phone: Phone;
  readonly payment: Payment;
  /** Own phone first, then an own computer, then the household's. */
  readonly browsers: readonly [Browser, ...Browser[]];
  /** Serial of the office this person works in. */
  readonly office?: string;
  readonly onVpn: boolean;
}

/** Letters postal codes use in their second half. */
const LETTERS = Array.from('ABDEFGHJLNPQRSTUWXYZ');

/** Digits and letters of a numbering pattern filled in. */
function fill(pattern: string, world: World): string {
  const { random } = world;
  return pattern
    .replaceAll('#', () => String(random.integer(0, 9)))
    .replaceAll('@', () => random.pick(LETTERS));
}

export const newPhoneNumber = (world: World, locale: Locale): Phone => ({
  locale,
  national: fill(world.random.pick(locale.mobile), world),
});

/** A number of an internet telephone service; an ordinary one where the plan knows no such range. */
export const newVoipNumber = (world: World, locale: Locale): Phone => ({
  locale,
  national: fill(world.random.pick(locale.voip.length > 0 ? locale.voip : locale.mobile), world),
});

function newAddress(world: World, locale: Locale, town: Town): Address {
  const { random } = world;
  return {
    locale,
    street: random.skewed(locale.streets),
    number: random.integer(1, random.chance(0.7) ? 120 : 2400),
    ...(random.chance(0.45) && { unit: random.integer(1, 48) }),
    town: town.name,
    ...(town.region !== undefined && { region: town.region }),
    postalCode: fill(town.postalCode, world),
  };
}

/** A new home; `near` puts it in the same country, and sometimes in the same building. */
export function newHousehold(world: World, near?: Household): Household {
  const { random, rates } = world;
  const locale =
    near?.locale ?? random.weighted(world.locales.map((known) => [known, known.weight] as const));
  const neighbour = near?.address.unit === undefined ? undefined : near.address;
  const address =
    neighbour !== undefined && random.chance(rates.sameBuilding)
      ? { ...neighbour, unit: 50 + random.integer(0, 40) }
      : newAddress(world, locale, random.skewed(locale.towns));
  return {
    locale,
    address,
    familyName: random.skewed(locale.familyNames),
    line: world.network.newHome(locale.country),
    ...(random.chance(rates.jointCard) && { jointCard: newPayment(random, locale) }),
    ...(random.chance(rates.sharedDevice) && { sharedBrowser: newComputer(random, locale) }),
  };
}

/** Somebody living in `household`. Not everybody there has the same surname. */
export function newPerson(world: World, household: Household): Person {
  const { random, rates, mailboxes } = world;
  const { locale } = household;
  const given = random.skewed(locale.givenNames);
  const family = random.chance(0.78) ? household.familyName : random.skewed(locale.familyNames);
  const name = { given, family };
  const office = random.chance(rates.office) ? random.skewed(world.offices) : undefined;
  const domain = office === undefined ? undefined : `${office}.com`;
  const email = random.chance(rates.disposable)
    ? mailboxes.disposable()
    : domain !== undefined && random.chance(0.08)
      ? mailboxes.at(name, domain)
      : mailboxes.personal(name, locale);
  return {
    ...name,
    birthDate: writtenDay(world.span.from - random.integer(19 * 365, 75 * 365) * DAY),
    household,
    email,
    phone: newPhoneNumber(world, locale),
    payment:
      household.jointCard !== undefined && random.chance(0.75)
        ? household.jointCard
        : newPayment(random, locale),
    browsers: [
      newPhone(random, locale, rates),
      ...(random.chance(0.55) ? [newComputer(random, locale)] : []),
      ...(household.sharedBrowser === undefined ? [] : [household.sharedBrowser]),
    ],
    ...(office !== undefined && { office }),
    onVpn: random.chance(rates.vpn),
  };
}
