import { KINDS } from '@doubletake/identity';
import type { Contribution } from './decision.ts';
import type { Instant } from './instant.ts';
import { identitiesOf, type Identities } from './pair/identities.ts';
import type { Profile } from './state/profile.ts';

/** The two profiles a decision compared, as far as they are still known. */
export interface Sides {
  readonly referrer?: Profile | undefined;
  readonly referee?: Profile | undefined;
}

/** A contribution with the values it compared, masked: enough to recognise them, not to contact anybody. */
export interface DisplayedContribution extends Contribution {
  readonly referrer?: string;
  readonly referee?: string;
}

/** A value as it stands in a profile. */
interface Shown<Value> {
  readonly value: Value;
  readonly seen: { readonly firstAt: Instant };
}

/** Masks the value first seen at the instant; a profile that does not hold exactly one shows none rather than another. */
function masked<Value>(
  mask: (value: Value) => string,
  shown: readonly Shown<Value>[],
  since: Instant,
): string | undefined {
  const [found, ...others] = shown.filter(({ seen }) => seen.firstAt === since);
  return found && others.length === 0 ? mask(found.value) : undefined;
}

/** How each identity signal's values are masked. */
const MASKS: Readonly<Record<string, (of: Identities, since: Instant) => string | undefined>> = {
  email: (of, since) => masked(KINDS.email.mask, of.email, since),
  phone: (of, since) => masked(KINDS.phone.mask, of.phone, since),
  address: (of, since) => masked(KINDS.address.mask, of.address, since),
  name: (of, since) => masked(KINDS.name.mask, of.name, since),
  payment: (of, since) => masked(KINDS.payment.mask, of.payment, since),
  device: (of, since) => masked(KINDS.device.mask, of.device, since),
  ip: (of, since) => masked(KINDS.ip.mask, of.ip, since),
};

function side(
  signal: string,
  profile: Profile | undefined,
  since: Instant | undefined,
): string | undefined {
  const mask = Object.hasOwn(MASKS, signal) ? MASKS[signal] : undefined;
  return mask && profile && since !== undefined ? mask(identitiesOf(profile), since) : undefined;
}

/**
 * Renders the values a contribution compared from the profiles as they are now. A decision keeps only their times, so
 * that an erased account is erased from every decision about it.
 */
export function displayed(contribution: Contribution, sides: Sides): DisplayedContribution {
  const { signal, referrerSince, refereeSince } = contribution;
  const referrer = side(signal, sides.referrer, referrerSince);
  const referee = side(signal, sides.referee, refereeSince);
  return {
    ...contribution,
    ...(referrer === undefined ? {} : { referrer }),
    ...(referee === undefined ? {} : { referee }),
  };
}
