import { deviceKind, type IdentifierKey } from '@doubletake/identity';
import type { AccountObserved } from '../events/event.ts';
import type { ObservedDevice } from '../events/observed.ts';
import type { EarlierName, Profile, SightedDevice } from './profile.ts';
import { sameWritten } from './same-written.ts';
import { sight } from './sight.ts';

const MOST_DEVICES = 8;
const MOST_NAMES = 8;
const MOST_SIGHTINGS = 16;

/** A newer snapshot of a device replaces what it states anew. */
export function seeDevice(
  { devices = [] }: Partial<Pick<Profile, 'devices'>>,
  { at, device }: AccountObserved,
): readonly SightedDevice[] {
  if (device === undefined) return devices;
  return sight(devices, {
    most: MOST_DEVICES,
    same: (kept) => sameDevice(kept, device),
    entry: (kept) => ({
      value: { ...kept?.value, ...device },
      firstAt: kept?.firstAt ?? at,
      lastAt: at,
      sightings: [...new Set([...(kept?.sightings ?? []), at])].slice(-MOST_SIGHTINGS),
      ...(kept ? past(kept, device) : {}),
    }),
  });
}

/** By our own id; without one on either side by the agent's; without any by what was observed. */
function sameDevice(a: ObservedDevice, b: ObservedDevice): boolean {
  if (a.installationId !== undefined || b.installationId !== undefined) {
    return a.installationId === b.installationId;
  }
  if (a.visitorId !== undefined || b.visitorId !== undefined) return a.visitorId === b.visitorId;
  return sameWritten(a.components, b.components);
}

/**
 * What the device was known by before its next observation. INVARIANT: where each states all that those before it did,
 * what a device was ever known by does not depend on which of them came late.
 */
function past(
  kept: SightedDevice,
  device: ObservedDevice,
): Pick<SightedDevice, 'earlier' | 'untold'> {
  const value = { ...kept.value, ...device };
  const changed = !sameWritten(kept.value, value);
  const differs = changed || kept.earlier !== undefined;
  const lost = changed ? keysNotOf(value, kept.value) : [];
  const names = lost.some(({ type }) => type === 'visitor') ? [nameOf(kept)] : [];
  const earlier = [...(kept.earlier ?? []), ...names].filter(
    (name, index, all) =>
      !sameName(name, value) && index === all.findLastIndex((other) => sameName(other, name)),
  );
  const leftOut = Object.keys(kept.value).some((field) => !Object.hasOwn(device, field));
  const untold =
    kept.untold === true ||
    earlier.length > MOST_NAMES ||
    lost.some(({ type }) => type !== 'visitor') ||
    (leftOut && (differs || keysNotOf(value, device).length > 0));
  return {
    ...(differs ? { earlier: earlier.slice(-MOST_NAMES) } : {}),
    ...(untold ? { untold } : {}),
  };
}

/** What another device is known by and this one is not. */
function keysNotOf(one: ObservedDevice, other: ObservedDevice): readonly IdentifierKey[] {
  const known = new Set(keysOf(one).map(({ value }) => value));
  return keysOf(other).filter(({ value }) => !known.has(value));
}

function keysOf(device: ObservedDevice): readonly IdentifierKey[] {
  const read = deviceKind.canonicalise(device);
  return read.ok ? deviceKind.keys(read.value) : [];
}

function nameOf({ value: { visitorId, version }, lastAt }: SightedDevice): EarlierName {
  return {
    ...(visitorId === undefined ? {} : { visitorId }),
    ...(version === undefined ? {} : { version }),
    lastAt,
  };
}

function sameName(a: Omit<EarlierName, 'lastAt'>, b: Omit<EarlierName, 'lastAt'>): boolean {
  return a.visitorId === b.visitorId && a.version === b.version;
}
