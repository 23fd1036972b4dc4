import { didYouMean } from '../closest-name.ts';
import { LIMITS } from '../limits.ts';
import { FACT_ID } from '../names.ts';
import type { NameShape } from '../names.ts';
import { complain, into, quote } from './cursor.ts';
import type { Cursor } from './cursor.ts';

/** The keys an object may and must have. */
export interface Keys {
  readonly required: readonly string[];
  readonly optional: readonly string[];
}

/** Reads what stands at a cursor; `undefined` once the problem is noted. */
type Reader<T> = (cursor: Cursor, json: unknown) => T | undefined;

/** An object whose keys have been checked. */
export interface Fields {
  has(key: string): boolean;
  /** Reads one field where it is present; a missing required key has been noted already. */
  read<T>(key: string, reader: Reader<T>): T | undefined;
}

/** A plain object with known keys only. */
export function readObject(cursor: Cursor, json: unknown, keys: Keys): Fields | undefined {
  const object = readRecord(cursor, json);
  if (object === undefined) return undefined;
  const known = [...keys.required, ...keys.optional];
  for (const [key, value] of object) {
    if (known.includes(key)) continue;
    complain(into(cursor, key), {
      code: 'rules_unknown_key',
      message: `unknown key \`${key}\``,
      found: value,
      hint: didYouMean(key, known),
    });
  }
  for (const key of keys.required) {
    if (object.has(key)) continue;
    complain(cursor, { code: 'rules_missing_key', message: `the key \`${key}\` is missing` });
  }
  return {
    has: (key) => object.has(key),
    read: (key, reader) =>
      object.has(key) ? reader(into(cursor, key), object.get(key)) : undefined,
  };
}

/** A plain object with any keys, bounded in number. */
export function readRecord(
  cursor: Cursor,
  json: unknown,
): ReadonlyMap<string, unknown> | undefined {
  if (typeof json !== 'object' || json === null || Array.isArray(json)) {
    return wrongType(cursor, json, 'an object');
  }
  const entries = Object.entries(json);
  if (entries.length > LIMITS.facts) return tooLarge(cursor, `${LIMITS.facts} keys`);
  return new Map<string, unknown>(entries);
}

/** A list, bounded in length. */
export function readList(cursor: Cursor, json: unknown): readonly unknown[] | undefined {
  if (!Array.isArray(json)) return wrongType(cursor, json, 'a list');
  if (json.length > LIMITS.list) return tooLarge(cursor, `${LIMITS.list} entries`);
  return json;
}

/** A text that says something. */
function readText(cursor: Cursor, json: unknown, most: number): string | undefined {
  if (typeof json !== 'string') return wrongType(cursor, json, 'a text');
  if (json.length > most) return tooLarge(cursor, `${most} characters`);
  if (json.trim() !== '') return json;
  return complain(cursor, { code: 'rules_bad_value', message: 'the text is empty', found: json });
}

/** A name written in a given shape. */
export function readName(cursor: Cursor, json: unknown, shape: NameShape): string | undefined {
  const text = readText(cursor, json, LIMITS.text);
  if (text === undefined || new RegExp(shape.pattern, 'u').test(text)) return text;
  return complain(cursor, {
    code: 'rules_bad_value',
    message: `\`${text}\` is not a name here: ${shape.words}`,
    found: text,
  });
}

/** The id of a fact. */
export function readFactId(cursor: Cursor, json: unknown): string | undefined {
  return readName(cursor, json, FACT_ID);
}

/** A label or another short text. */
export function readLabel(cursor: Cursor, json: unknown): string | undefined {
  return readText(cursor, json, LIMITS.text);
}

/** A description or another sentence. */
export function readProse(cursor: Cursor, json: unknown): string | undefined {
  return readText(cursor, json, LIMITS.prose);
}

/** One of a closed list of words. */
export function readWord<Word extends string>(
  cursor: Cursor,
  json: unknown,
  words: readonly Word[],
): Word | undefined {
  const word = words.find((candidate) => candidate === json);
  if (word !== undefined) return word;
  return complain(cursor, {
    code: 'rules_bad_value',
    message: `must be ${words.map((w) => `\`${w}\``).join(' or ')}, not \`${quote(json)}\``,
    found: json,
    hint: typeof json === 'string' ? didYouMean(json, words) : undefined,
  });
}

/** True or false. */
export function readBoolean(cursor: Cursor, json: unknown): boolean | undefined {
  return typeof json === 'boolean' ? json : wrongType(cursor, json, 'true or false');
}

/** A whole number from 1. */
export function readCount(cursor: Cursor, json: unknown): number | undefined {
  if (typeof json === 'number' && Number.isSafeInteger(json) && json >= 1) return json;
  return wrongType(cursor, json, 'a whole number from 1');
}

/** Notes that a value is of the wrong type. */
export function wrongType(cursor: Cursor, json: unknown, wanted: string): undefined {
  const message = `must be ${wanted}, not \`${quote(json)}\``;
  return complain(cursor, { code: 'rules_wrong_type', message, found: json });
}

/** Notes that a bound is passed. */
export function tooLarge(cursor: Cursor, most: string): undefined {
  return complain(cursor, { code: 'rules_too_large', message: `more than ${most}` });
}
