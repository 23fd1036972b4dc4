import type { Payment, Role } from './contract.ts';
import { snapshot, type Browser } from './devices.ts';
import type { Person } from './households.ts';
import type { Access } from './network.ts';
import { MINUTE, written, type Instant } from './time.ts';
import type { World } from './world.ts';
import { writeAddress, writeName, writePhone, type Address, type Phone } from './written.ts';

/** What somebody enters in a sign-up form. Honest people claim what they are. */
export interface Claim {
  readonly given: string;
  readonly family: string;
  readonly birthDate?: string;
  readonly email?: string;
  readonly phone?: Phone;
  readonly address?: Address;
  readonly payment?: Payment;
}

/** One customer account. */
export interface Account {
  readonly id: string;
  readonly createdAt: Instant;
  /** Who is really behind it. */
  readonly owner: Person;
  readonly payment: Payment;
  /** False for customers of a shop: no device and no address is ever seen. */
  readonly online: boolean;
}

/** How an account comes to be. */
export interface SignUp {
  readonly at: Instant;
  readonly owner: Person;
  /** Defaults to the owner's own details. */
  readonly claim?: Claim;
  readonly browser?: Browser;
  readonly access?: Access;
  readonly roles?: readonly Role[];
  readonly organisationId?: string;
  readonly online?: boolean;
}

export const honestClaim = (person: Person): Claim => ({
  given: person.given,
  family: person.family,
  birthDate: person.birthDate,
  email: person.email,
  phone: person.phone,
  address: person.household.address,
  payment: person.payment,
});

/** Opens the account and tells what the host saw of it. */
export function openAccount(world: World, signUp: SignUp): Account {
  const { owner, at, online = true } = signUp;
  const claim = signUp.claim ?? honestClaim(owner);
  const account = {
    id: world.id('acc'),
    createdAt: at,
    owner,
    payment: claim.payment ?? owner.payment,
    online,
  };
  const { random } = world;
  world.happen(at, {
    type: 'account.observed',
    accountId: account.id,
    roles: signUp.roles ?? ['customer'],
    status: 'active',
    createdAt: written(at),
    ...(signUp.organisationId !== undefined && { organisationId: signUp.organisationId }),
    person: {
      ...writeName(claim, world),
      // Few forms ask for it.
      ...(claim.birthDate !== undefined && random.chance(0.3) && { birthDate: claim.birthDate }),
    },
    ...(claim.email !== undefined && {
      email: random.chance(0.06) ? claim.email.toUpperCase() : claim.email,
    }),
    ...(claim.phone && { phone: writePhone(claim.phone, world) }),
    ...(claim.address && { address: writeAddress(claim.address, world) }),
    ...(online &&
      seen(world, {
        at,
        browser: signUp.browser ?? owner.browsers[0],
        access: signUp.access ?? accessOf(world, owner, at),
      })),
  });
  world.happen(at + random.integer(1, 40) * MINUTE, {
    type: 'account.observed',
    accountId: account.id,
    payment: account.payment,
  });
  return account;
}

/** One visit: which browser, from where. Both default to the owner's habits. */
export interface Visit {
  readonly at: Instant;
  readonly browser?: Browser;
  readonly access?: Access;
}

/** An account is not seen before it exists: an earlier visit moves to just after. */
export function visit(world: World, account: Account, visited: Visit): void {
  if (!account.online) return;
  const { owner } = account;
  const at = Math.max(visited.at, account.createdAt + MINUTE);
  world.happen(at, {
    type: 'account.observed',
    accountId: account.id,
    ...seen(world, {
      at,
      browser: visited.browser ?? usualBrowser(world, owner),
      access: visited.access ?? accessOf(world, owner, at),
    }),
  });
}

const seen = (world: World, { at, browser, access }: Required<Visit>) => ({
  device: snapshot(browser, at, world.random),
  ...access,
});

const usualBrowser = (world: World, owner: Person): Browser =>
  world.random.chance(0.6) ? owner.browsers[0] : world.random.pick(owner.browsers);

/** Where this person is online from at this time. */
export function accessOf(world: World, person: Person, at: Instant): Access {
  const { random, network } = world;
  if (person.onVpn && random.chance(0.7)) return network.vpn();
  const atWork = person.office === undefined ? undefined : network.office(person.office);
  if (atWork !== undefined && random.chance(0.25)) return atWork;
  return random.chance(0.65)
    ? network.home(person.household.line, at)
    : network.mobile(person.household.locale.country, at);
}
