import type { Decision } from '@doubletake/scoring';
import { shownTime } from './time.ts';

/** Facts a rule read, by name. Instants in the reader's zone, numbers to three digits. */
export function shownFacts(
  facts: Decision['facts'],
  zone: string,
): readonly { readonly name: string; readonly value: string }[] {
  return Object.entries(facts)
    .toSorted(([a], [b]) => (a < b ? -1 : 1))
    .map(([name, value]) => ({ name, value: shown(name, value, zone) }));
}

function shown(name: string, value: Decision['facts'][string], zone: string): string {
  if (typeof value === 'number')
    return name.endsWith('At')
      ? shownTime(value, zone).text
      : String(Math.round(value * 1000) / 1000);
  return typeof value === 'object' ? value.join(', ') : String(value);
}
