import type { Device, PartName, Platform } from './device.ts';
import { PART_NAMES } from './parts.ts';

/** How one part behaves on a platform. */
interface PartStatistics {
  /** Chance that one device still shows the same value two months later. */
  readonly stability: number;
  /** Chance that two devices of the platform show the same value: Σp² over their values. */
  readonly collision: Readonly<Record<'android' | 'windows' | 'mac', number>>;
}

/**
 * Collision chances computed from the header network of apify/fingerprint-suite (real traffic, August 2026); stability
 * after Andriamilanto et al. 2020 (arXiv 2006.09511: most attributes unchanged for months), rounded by us.
 */
const STATISTICS: Readonly<Record<PartName, PartStatistics>> = {
  gpu: { stability: 0.995, collision: { android: 0.027, windows: 0.015, mac: 0.136 } },
  cores: { stability: 0.995, collision: { android: 0.558, windows: 0.168, mac: 0.316 } },
  memory: { stability: 0.995, collision: { android: 0.39, windows: 0.305, mac: 0.258 } },
  touch: { stability: 0.995, collision: { android: 0.935, windows: 0.771, mac: 0.992 } },
  screen: { stability: 0.92, collision: { android: 0.014, windows: 0.05, mac: 0.002 } },
  fonts: { stability: 0.93, collision: { android: 0.753, windows: 0.08, mac: 0.842 } },
  plugins: { stability: 0.92, collision: { android: 0.868, windows: 0.807, mac: 0.649 } },
};

/** Bits for one device of an agreement and of a difference (Fellegi and Sunter 1969), by part and family. */
const BITS = PART_NAMES.map((name) => {
  const { stability, collision } = STATISTICS[name];
  const bits = (chance: number): { readonly equal: number; readonly other: number } => ({
    equal: Math.log2(stability / chance),
    other: Math.log2((1 - stability) / (1 - chance)),
  });
  const { android, windows, mac } = collision;
  return { name, android: bits(android), windows: bits(windows), mac: bits(mac) };
});

/** Parts of one model come together, so their bits do not add up: measured joint bits over added bits. */
const SHRINK: Readonly<Record<'android' | 'windows' | 'mac', number>> = {
  android: 0.6,
  windows: 0.75,
  mac: 0.65,
};

/** The families counted above; Linux desktops are read as Windows PCs, whose hardware they share. */
const COUNTED: Readonly<Partial<Record<Platform, 'android' | 'windows' | 'mac'>>> = {
  android: 'android',
  windows: 'windows',
  linux: 'windows',
  mac: 'mac',
};

/** Claimed bits beyond this are not worth more in practice. */
export const MOST_BITS = 9;

/**
 * Evidence in bits that two observations show one device: per part that both show, log2 of how much likelier the
 * agreement (or difference) is for one device than for two of its platform (Fellegi and Sunter 1969), shrunk for
 * dependence, at most 9. Nothing where there is no telling: another platform, an iPhone, or no common part.
 */
export function deviceBits(left: Device, right: Device): number | undefined {
  const family = COUNTED[left.platform];
  if (family === undefined || left.platform !== right.platform) return undefined;
  let bits: number | undefined;
  for (const part of BITS) {
    const one = left.parts[part.name];
    const other = right.parts[part.name];
    if (one === undefined || other === undefined) continue;
    bits = (bits ?? 0) + (one === other ? part[family].equal : part[family].other);
  }
  return bits === undefined ? undefined : Math.min(bits * SHRINK[family], MOST_BITS);
}
