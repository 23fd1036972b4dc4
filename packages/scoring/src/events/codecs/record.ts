import { closestName } from '@doubletake/rules';
import { OTHER_NAMES } from '../other-names.ts';
import { quoted } from '../reading.ts';
import type { Reading } from '../reading.ts';
import { refuseKind } from './codec.ts';
import type { Codec, Field } from './codec.ts';

/** One field for every key of `Value`; the compiler holds `required` to the type. */
export type Shape<Value> = {
  readonly [Key in keyof Value]-?: Field<
    Exclude<Value[Key], undefined>,
    object extends Pick<Value, Key> ? false : true
  >;
};

type JsonObject = Readonly<Record<string, unknown>>;

export interface RecordRule {
  /** Of these keys at least one must be there. Default: none need be. */
  readonly someOf?: readonly string[];
  /** Keys that are known, and dropped. */
  readonly dropped?: readonly string[];
}

/** An object of known keys. Read and written in the order of `shape`, so that equal values print alike. */
export function record<Value extends object>(shape: Shape<Value>, rule?: RecordRule): Codec<Value>;
// inside, keys are any text; the signature above holds every field to the key it reads
export function record(
  shape: Readonly<Record<string, Field<unknown>>>,
  rule: RecordRule = {},
): Codec<JsonObject> {
  const fields = Object.entries(shape);
  const known = new Set([...Object.keys(shape), ...(rule.dropped ?? [])]);
  return {
    read: (value, reading) => {
      if (!isRecord(value)) return refuseKind(value, 'an object', reading);
      const strangers = Object.keys(value).filter((key) => !known.has(key));
      for (const key of strangers) refuseUnknownKey(key, known, reading);
      // a misspelt key is said once: what it meant to say is not missing as well
      if (rule.someOf !== undefined && strangers.length === 0) {
        refuseEmpty(value, rule.someOf, reading);
      }
      const read: Record<string, unknown> = {};
      for (const [key, field] of fields) {
        const there = Object.hasOwn(value, key) ? value[key] : undefined;
        if (there !== undefined) {
          reading.enter(key);
          read[key] = field.codec.read(there, reading);
          reading.leave();
        } else if (field.required) {
          reading.refuse({ code: 'event_missing_key', message: `missing key \`${key}\`` });
        }
      }
      // INVARIANT: unless `reading` has a problem, every field has its own codec's value, and required ones are there
      return read;
    },
    write: (value) => {
      const written: Record<string, unknown> = {};
      for (const [key, field] of fields) {
        if (value[key] !== undefined) written[key] = field.codec.write(value[key]);
      }
      return written;
    },
  };
}

/** A JSON object: no list, no null. */
export function isRecord(value: unknown): value is JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function refuseUnknownKey(key: string, known: ReadonlySet<string>, reading: Reading): void {
  // a hint costs more than a problem: none is looked for that nobody would see
  if (reading.full) return;
  const other = OTHER_NAMES.get(key);
  const hint = other !== undefined && known.has(other) ? other : closestName(key, known);
  const advice = hint === undefined ? '' : `, did you mean \`${hint}\`?`;
  reading.enter(key);
  reading.refuse({
    code: 'event_unknown_key',
    message: `unknown key \`${quoted(key)}\`${advice}`,
    text: key,
    ...(hint === undefined ? {} : { hint }),
  });
  reading.leave();
}

function refuseEmpty(value: JsonObject, someOf: readonly string[], reading: Reading): void {
  if (someOf.some((key) => Object.hasOwn(value, key) && value[key] !== undefined)) return;
  reading.refuse({
    code: 'event_empty_observation',
    message: `nothing was observed, give at least one of ${someOf.map((key) => `\`${key}\``).join(' ')}`,
  });
}
