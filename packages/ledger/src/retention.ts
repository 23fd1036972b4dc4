import {
  type AccountObserved,
  compareEvents,
  DAY,
  foldProfile,
  type Instant,
  type Profile,
} from '@doubletake/scoring';

/** How long after its last sighting a value may be kept of an account, in milliseconds. */
export const IP_KEPT: number = 90 * DAY;
const DEVICE_KEPT = 180 * DAY;

/**
 * What may still be kept of an account's observations at an instant, in the order given: an IP address 90 days after it
 * was last seen there, a device 180 days. Untouched observations stay the same objects. All sightings of a value go
 * together, so that the span in which it was seen never changes.
 */
export function withinRetention(
  observed: readonly AccountObserved[],
  at: Instant,
): readonly AccountObserved[] {
  const ips = lastSeen(observed, ({ ip }) => ip);
  const devices = lastSeen(observed, deviceOf);
  const past = (last: Instant | undefined, kept: number): boolean =>
    last !== undefined && at - last > kept;
  const stripped = observed.map((event) => {
    const { ip, network, device, ...rest } = event;
    const noIp = past(ip === undefined ? event.at : ips.get(ip), IP_KEPT);
    const noDevice = past(devices.get(deviceOf(event) ?? ''), DEVICE_KEPT);
    const loses = (noIp && (ip ?? network) !== undefined) || (noDevice && device !== undefined);
    if (!loses) return event;
    return {
      ...rest,
      ...(noIp || ip === undefined ? {} : { ip }),
      ...(noIp || network === undefined ? {} : { network }),
      ...(noDevice || device === undefined ? {} : { device }),
    };
  });
  return withCreation(observed, stripped);
}

function lastSeen(
  observed: readonly AccountObserved[],
  valueOf: (event: AccountObserved) => string | undefined,
): ReadonlyMap<string, Instant> {
  const seen = new Map<string, Instant>();
  for (const event of observed) {
    const value = valueOf(event);
    if (value !== undefined) seen.set(value, Math.max(seen.get(value) ?? -Infinity, event.at));
  }
  return seen;
}

/** One name per device, as a profile tells them apart. */
function deviceOf({ device }: AccountObserved): string | undefined {
  return device && (device.installationId ?? device.visitorId ?? JSON.stringify(device.components));
}

/** An observation that lost everything it saw still says when the account was there, and no more. */
function withCreation(
  observed: readonly AccountObserved[],
  stripped: readonly AccountObserved[],
): readonly AccountObserved[] {
  const creation = new Map<string, Instant>();
  let profile: Profile | undefined;
  for (const event of observed.toSorted(compareEvents)) {
    profile = foldProfile(profile, event);
    creation.set(event.id, profile.createdAt);
  }
  return stripped.map((event) => {
    const { id, type, at, accountId, ...seen } = event;
    if (Object.keys(seen).length > 0) return event;
    return { id, type, at, accountId, createdAt: creation.get(id) ?? at };
  });
}
