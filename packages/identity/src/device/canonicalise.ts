import type { Canonicalised } from '../kind.ts';
import { unreadable } from '../problem.ts';
import type { Device, DeviceParts, DeviceRaw, PartName, Platform } from './device.ts';
import { readParts } from './parts.ts';
import { platformOf } from './platform.ts';

/** The parts a second browser on the same device shows as well. */
const HARDWARE: readonly PartName[] = ['gpu', 'cores', 'memory', 'touch', 'screen'];
/** With fewer parts than this the key would be a platform, not a device. */
const FEWEST_HARDWARE = 3;

/** Canonicalises an observation; refuses one that shows nothing at all. */
export function canonicaliseDevice(raw: DeviceRaw): Canonicalised<Device> {
  const visitorId = idOf(raw.visitorId);
  const installationId = idOf(raw.installationId);
  const parts = readParts(raw.components);
  const platform = platformOf(raw.components?.['platform']?.value, Number(parts.touch ?? 0));
  const nothing = visitorId === undefined && installationId === undefined;
  if (nothing && Object.keys(parts).length === 0) {
    return unreadable('identity_device_unreadable', Object.keys(raw).join(' '));
  }
  const version = /^\d+\.\d+/u.exec(raw.version?.trim() ?? '')?.[0];
  return {
    ok: true,
    value: {
      platform,
      installationId,
      visitorId,
      visitorKey: visitorId === undefined ? undefined : `${version ?? '-'}:${visitorId}`,
      version,
      confidence: typeof raw.confidence === 'number' ? raw.confidence : raw.confidence?.score,
      hardwareKey: hardwareKey(platform, parts),
      parts,
    },
  };
}

/** Every iPhone of a model shows the same hardware, so it has no key. */
function hardwareKey(platform: Platform, parts: DeviceParts): string | undefined {
  if (platform === 'iphone' || platform === 'other') return undefined;
  const shown = HARDWARE.filter((name) => parts[name] !== undefined);
  if (shown.length < FEWEST_HARDWARE) return undefined;
  return [platform, ...HARDWARE.map((name) => parts[name] ?? '-')].join('|');
}

function idOf(text: string | undefined): string | undefined {
  const id = text?.trim().toLowerCase() ?? '';
  return id === '' ? undefined : id;
}
