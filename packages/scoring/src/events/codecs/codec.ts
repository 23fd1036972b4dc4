import type { Reading } from '../reading.ts';

/** Both ways between a field of the JSON contract and the same field of a parsed event. */
export interface Codec<Value> {
  /** The value as the domain keeps it, or `undefined` once `reading` knows what is wrong. */
  readonly read: (value: unknown, reading: Reading) => Value | undefined;
  /** JSON that `read` turns into this value. */
  readonly write: (value: Value) => unknown;
}

/** One key of an object, and whether it may be left out. */
export interface Field<Value, Required extends boolean = boolean> {
  readonly codec: Codec<Value>;
  readonly required: Required;
}

export const required = <Value>(codec: Codec<Value>): Field<Value, true> => ({
  codec,
  required: true,
});

export const optional = <Value>(codec: Codec<Value>): Field<Value, false> => ({
  codec,
  required: false,
});

/** What a value is called in a message, and its text when it is short enough to quote. */
export function describe(value: unknown): { readonly kind: string; readonly text?: string } {
  if (value === null) return { kind: 'null' };
  if (Array.isArray(value)) return { kind: 'a list' };
  if (typeof value === 'object') return { kind: 'an object' };
  if (typeof value === 'string') return { kind: 'a text', text: value };
  if (typeof value === 'number') return { kind: 'a number', text: String(value) };
  if (typeof value === 'boolean') return { kind: 'a boolean', text: String(value) };
  return { kind: 'no JSON value' };
}

/** Refuses a value of the wrong kind. */
export function refuseKind(value: unknown, wanted: string, reading: Reading): undefined {
  const { kind, text } = describe(value);
  const advice = value === null ? ', leave the key out instead' : '';
  return reading.refuse({
    code: 'event_wrong_type',
    message: `expected ${wanted}, found ${kind}${advice}`,
    ...(text === undefined ? {} : { text }),
  });
}
