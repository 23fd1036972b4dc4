import type { Components } from '../contract.ts';
import type { Random } from '../random.ts';

/** Component values before they are wrapped the way the agent returns them. */
export type Values = Readonly<Record<string, unknown>>;

/** The part of a device's state a browser release changes. */
interface Release {
  readonly family: string;
  /** Counts up with every update that shows in a fingerprint. */
  readonly number: number;
  readonly hardware: Values;
}

/** What the FingerprintJS agent can see on one kind of device. */
export interface Platform {
  readonly name: 'iphone' | 'android' | 'windows' | 'mac';
  /** The agent's own confidence in this platform (FingerprintJS 5, `get_confidence`). */
  readonly confidence: number;
  readonly browsers: readonly (readonly [family: string, weight: number])[];
  /** Days between updates that change a component. */
  readonly releaseDays: number;
  /** What stays for the life of the device. */
  hardware(random: Random): Values;
  software(release: Release): Values;
  /** What differs from visit to visit: a second monitor, mostly. */
  visit(random: Random): Values;
}

/** Values as the agent returns them. */
export const components = (values: Values): Components =>
  Object.fromEntries(Object.entries(values).map(([name, value]) => [name, { value }]));
