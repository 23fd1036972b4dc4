import type { Comparison } from '../kind.ts';
import type { Device } from './device.ts';
import { deviceBits, MOST_BITS } from './similarity.ts';

/** Rungs of the device ladder, strongest first; `unknown` when the two observations share nothing to compare. */
export type DeviceLevel = 'installation' | 'visitor' | 'hardware' | 'near' | 'none' | 'unknown';

/** Bits from which components that are not all equal still speak for one device. */
const NEAR_BITS = 6;

/**
 * Compares two observations: the first rung that holds. A visitor id denotes a device on desktops only; phones of one
 * model share it.
 */
export function compareDevices(left: Device, right: Device): Comparison {
  const phone = isPhone(left) || isPhone(right);
  if (agree(left.installationId, right.installationId) === true) {
    return { level: 'installation', same: true, similarity: 1, why: ['one browser profile'] };
  }
  const visitor = sameVersion(left, right) ? agree(left.visitorId, right.visitorId) : undefined;
  if (visitor === true) {
    const why = phone ? ['one visitor id, which phones of a model share'] : ['one visitor id'];
    return { level: 'visitor', same: !phone, similarity: phone ? 0.6 : 0.9, why };
  }
  const hardware = agree(left.hardwareKey, right.hardwareKey);
  if (hardware === true) {
    const why = ['graphics, cores, memory, touch and screen agree'];
    return { level: 'hardware', same: false, similarity: 0.6, why };
  }
  const bits = deviceBits(left, right);
  if (bits !== undefined && bits >= NEAR_BITS) {
    const similarity = 0.5 * (bits / MOST_BITS);
    return { level: 'near', same: false, similarity, why: ['most components agree'] };
  }
  return { ...restOf(left, right, [visitor, hardware, bits]), same: false, similarity: 0 };
}

/** INVARIANT: what was not observed never counts as a difference. */
function restOf(
  left: Device,
  right: Device,
  compared: readonly unknown[],
): Pick<Comparison, 'level' | 'why'> {
  const installation = agree(left.installationId, right.installationId);
  return [installation, ...compared].every((each) => each === undefined)
    ? { level: 'unknown', why: ['nothing was observed on both'] }
    : { level: 'none', why: [] };
}

function agree(left: string | undefined, right: string | undefined): boolean | undefined {
  return left === undefined || right === undefined ? undefined : left === right;
}

/** Visitor ids keep within a minor version of the agent (FingerprintJS version policy). */
function sameVersion(left: Device, right: Device): boolean {
  return left.version === right.version;
}

function isPhone(device: Device): boolean {
  return device.platform === 'iphone' || device.platform === 'android';
}
