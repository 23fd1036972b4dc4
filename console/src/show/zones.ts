import type { Choice } from '../shown.ts';

const KNOWN: ReadonlySet<string> = new Set(['UTC', ...Intl.supportedValuesOf('timeZone')]);

/** Whether times can be shown in this zone. */
export function isZone(zone: string): boolean {
  return KNOWN.has(zone);
}

/** Every time zone, as a choice; also the chosen one, should it no longer be known. */
export function zones(chosen: string): Choice['options'] {
  return [...new Set([...KNOWN, chosen])].map((zone) => ({
    value: zone,
    label: zone.replaceAll('_', ' '),
  }));
}
