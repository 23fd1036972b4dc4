import type { IdentifierKey, Kind } from '../kind.ts';
import { canonicaliseDevice } from './canonicalise.ts';
import { compareDevices } from './compare.ts';
import type { Device, DeviceRaw } from './device.ts';

export type { DeviceLevel } from './compare.ts';
export type { Device, DeviceParts, DeviceRaw, PartName, Platform } from './device.ts';

/** Devices, as browsers show them. */
export const deviceKind: Kind<DeviceRaw, Device> = {
  kind: 'device',
  canonicalise: canonicaliseDevice,
  compare: compareDevices,
  keys: deviceKeys,
  mask: (device) =>
    `${device.platform} ${(device.visitorId ?? device.installationId ?? '').slice(0, 4)}…`,
};

function deviceKeys(device: Device): IdentifierKey[] {
  const keys: IdentifierKey[] = [];
  const { installationId, visitorKey, hardwareKey } = device;
  if (installationId !== undefined) keys.push({ type: 'installation', value: installationId });
  if (visitorKey !== undefined) keys.push({ type: 'visitor', value: visitorKey });
  if (hardwareKey !== undefined) keys.push({ type: 'hardware', value: hardwareKey });
  return keys;
}
