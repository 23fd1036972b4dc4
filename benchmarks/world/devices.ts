import type { DeviceSnapshot } from './contract.ts';
import type { Locale } from './locale/index.ts';
import { android } from './platforms/android.ts';
import { iphone } from './platforms/iphone.ts';
import { mac } from './platforms/mac.ts';
import { components, type Platform, type Values } from './platforms/platform.ts';
import { windows } from './platforms/windows.ts';
import { digest, type Random } from './random.ts';
import type { Rates } from './rates.ts';
import { DAY, type Instant } from './time.ts';

/** The FingerprintJS version every snapshot claims; visitor ids compare within one minor version. */
const AGENT_VERSION = '5.2.0';

/** One piece of hardware. */
export interface Device {
  readonly platform: Platform;
  readonly hardware: Values;
  /** How long after a release this device updates. */
  readonly updateLag: number;
}

/** One browser profile on a device: what the first-party id belongs to. */
export interface Browser {
  readonly device: Device;
  readonly family: string;
  readonly installationId: string;
}

export const newPhone = (random: Random, locale: Locale, rates: Rates): Browser =>
  newBrowser(newDevice(random, locale, random.chance(rates.iphone) ? iphone : android), random);

export const newComputer = (random: Random, locale: Locale): Browser =>
  newBrowser(newDevice(random, locale, random.chance(0.72) ? windows : mac), random);

/** Cheap identical phones, as a farm buys them: same model, same settings. */
export function rackPhones(random: Random, locale: Locale, count: number): Browser[] {
  const model = newDevice(random, locale, android);
  return Array.from({ length: count }, () => newBrowser({ ...model }, random));
}

/** A fresh profile on the same hardware: another browser, or the same one in private mode. */
export function anotherProfile(browser: Browser, random: Random): Browser {
  const { device } = browser;
  const fresh = newBrowser(device, random);
  return random.chance(0.5) ? { ...fresh, family: browser.family } : fresh;
}

function newDevice(random: Random, locale: Locale, platform: Platform): Device {
  const language = random.weighted([
    [locale.language, 92],
    ['en-US', 6],
    ['fr-FR', 1],
    ['es-ES', 1],
  ]);
  return {
    platform,
    updateLag: random.chance(0.15) ? random.between(120, 500) * DAY : random.exponential(14) * DAY,
    hardware: {
      ...platform.hardware(random),
      languages: [[language]],
      dateTimeLocale: language,
      timezone: random.pick(locale.timezones),
    },
  };
}

function newBrowser(device: Device, random: Random): Browser {
  return {
    device,
    family: random.weighted(device.platform.browsers),
    installationId: random.hex(32),
  };
}

/** What the agent returns in this browser at this time. */
export function snapshot(browser: Browser, at: Instant, random: Random): DeviceSnapshot {
  const { device, family, installationId } = browser;
  const { platform, hardware } = device;
  const number = Math.floor((at - device.updateLag) / (platform.releaseDays * DAY));
  const values = {
    ...hardware,
    ...platform.software({ family, number, hardware }),
    ...platform.visit(random),
  };
  return {
    visitorId: visitorId(values),
    version: AGENT_VERSION,
    confidence: platform.confidence,
    installationId,
    components: components(values),
  };
}

/** As the agent does it: a hash of every component, in a fixed order. */
function visitorId(values: Values): string {
  const ordered = Object.entries(values).toSorted(([a], [b]) => (a < b ? -1 : 1));
  return digest([JSON.stringify(ordered)]);
}
