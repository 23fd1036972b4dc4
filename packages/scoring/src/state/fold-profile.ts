import type { AccountObserved } from '../events/event.ts';
import type { Instant } from '../instant.ts';
import type { Profile, Sighted, SightedIp } from './profile.ts';
import { sameWritten } from './same-written.ts';
import { seeDevice } from './see-device.ts';
import { sight } from './sight.ts';

const MOST_VALUES = 8;
const MOST_IPS = 16;

/**
 * The profile after one more observation. An absent field changes nothing; a stated role list, status or organisation
 * replaces the one before. A network verdict belongs to the address it came with; without one it is not kept.
 * Observations come in fold order; the same one twice changes nothing.
 */
export function foldProfile(profile: Profile | undefined, event: AccountObserved): Profile {
  const { at } = event;
  return {
    ...profile,
    accountId: event.accountId,
    roles: event.roles === undefined ? (profile?.roles ?? []) : [...new Set(event.roles)],
    ...(event.status === undefined ? {} : { status: event.status }),
    ...(event.organisationId === undefined ? {} : { organisationId: event.organisationId }),
    createdAt: event.createdAt ?? profile?.createdAt ?? at,
    lastSeenAt: at,
    people: seeValue(profile?.people, event.person, at),
    emails: seeValue(profile?.emails, event.email, at),
    phones: seeValue(profile?.phones, event.phone, at),
    addresses: seeValue(profile?.addresses, event.address, at),
    payments: seeValue(profile?.payments, event.payment, at),
    devices: seeDevice(profile ?? {}, event),
    ips: seeIp(profile?.ips, event),
  };
}

/**
 * Whether a profile may have let go of values it once had: it keeps as many of a kind as it ever does, or a device it
 * keeps was known by more than it tells.
 */
export function mayHaveLetGo(profile: Profile): boolean {
  const { people, emails, phones, addresses, payments, devices, ips } = profile;
  const lists = [people, emails, phones, addresses, payments, devices];
  return (
    ips.length >= MOST_IPS ||
    lists.some((list) => list.length >= MOST_VALUES) ||
    devices.some(({ untold }) => untold)
  );
}

function seeValue<Value>(
  list: readonly Sighted<Value>[] = [],
  value: Value | undefined,
  at: Instant,
): readonly Sighted<Value>[] {
  if (value === undefined) return list;
  return sight(list, {
    most: MOST_VALUES,
    same: (kept) => sameWritten(kept, value),
    entry: (kept) => ({ value, firstAt: kept?.firstAt ?? at, lastAt: at }),
  });
}

/** A newer verdict on an address adds to the one before; an absent flag changes nothing. */
function seeIp(
  list: readonly SightedIp[] = [],
  { at, ip, network }: AccountObserved,
): readonly SightedIp[] {
  if (ip === undefined) return list;
  return sight(list, {
    most: MOST_IPS,
    same: (kept) => kept === ip,
    entry: (kept) => ({
      value: ip,
      firstAt: kept?.firstAt ?? at,
      lastAt: at,
      ...(network === undefined && kept?.network === undefined
        ? {}
        : { network: { ...kept?.network, ...network } }),
    }),
  });
}
