import type { JsonRecord } from './records-file.ts';
import type { Hints } from './written.ts';

/** What a line says about a value besides its text: `region`, `country`, each also for one side (`region_a`). */
export function hintsIn(record: JsonRecord, side?: 'a' | 'b'): Hints {
  const read = (key: string): string | undefined => {
    const own = side === undefined ? undefined : record[`${key}_${side}`];
    const value = own ?? record[key];
    return typeof value === 'string' && value.trim() !== '' ? value : undefined;
  };
  const [region, country] = [read('region'), read('country')];
  return {
    ...(region === undefined ? {} : { region }),
    ...(country === undefined ? {} : { country }),
  };
}
