import type { Reading } from '../reading.ts';
import { refuseKind } from './codec.ts';
import type { Codec } from './codec.ts';
import { isRecord } from './record.ts';
import { UNSTORABLE } from './text.ts';

/** How deep free-form content may nest: a scalar is 1. */
const DEEPEST = 6;

/** Any JSON value within bounds, copied, so that nobody changes an event once it is read. */
export const json: Codec<unknown> = {
  read: (value, reading) => copy(value, reading, DEEPEST),
  write: sorted,
};

function copy(value: unknown, reading: Reading, levels: number): unknown {
  if (!reading.spend(1)) return undefined;
  if (typeof value === 'boolean' || value === null) return value;
  // adding zero turns JSON's `-0` into the zero it is printed as
  if (typeof value === 'number' && Number.isFinite(value)) return value + 0;
  if (typeof value === 'string') return copyText(value, reading);
  const list = Array.isArray(value);
  if (!list && !isRecord(value)) return refuseKind(value, 'JSON', reading);
  if (levels === 1) {
    const message = `nested more than ${DEEPEST} levels deep`;
    return reading.refuse({ code: 'event_too_deep', message });
  }
  if (list) return value.map((item) => copy(item, reading, levels - 1));
  const read: [string, unknown][] = [];
  for (const key of Object.keys(value)) {
    if (value[key] === undefined || !acceptsKey(key, reading)) continue;
    read.push([key, copy(value[key], reading, levels - 1)]);
  }
  return Object.fromEntries(read);
}

function copyText(value: string, reading: Reading): string | undefined {
  if (!reading.spend(value.length)) return undefined;
  if (!UNSTORABLE.test(value)) return value;
  return reading.refuse({
    code: 'event_bad_value',
    message: 'a text with a character that cannot be kept',
    text: value,
  });
}

/** Whether a name the sender made up may be a key. */
export function acceptsKey(key: string, reading: Reading): boolean {
  if (!reading.spend(key.length)) return false;
  // INVARIANT: `__proto__` is never a key of an event, so that no copy of one changes its prototype.
  if (key !== '__proto__' && !UNSTORABLE.test(key)) return true;
  reading.refuse({ code: 'event_bad_value', message: 'a key that cannot be kept', text: key });
  return false;
}

/** The same value with keys in code unit order, as a store that keeps no order requires. */
function sorted(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(sorted);
  if (!isRecord(value)) return value;
  return Object.fromEntries(
    Object.keys(value)
      .toSorted()
      .map((key) => [key, sorted(value[key])]),
  );
}
