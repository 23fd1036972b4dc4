import type { Facts, FactValue } from '../fact.ts';
import { LIMITS } from '../limits.ts';
import { into } from './cursor.ts';
import type { Cursor } from './cursor.ts';
import { readFactId, readList, readRecord, tooLarge, wrongType } from './values.ts';

/** Facts as they are written in a test: plain values by fact id, an instant in milliseconds. */
export function readFacts(cursor: Cursor, json: unknown): Facts | undefined {
  const record = readRecord(cursor, json);
  if (record === undefined) return undefined;
  const facts = [...record].map(([key, value]) => {
    const at = into(cursor, key);
    return [readFactId(at, key), readFactValue(at, value)] as const;
  });
  return Object.fromEntries(
    facts.flatMap(([id, value]) => (id === undefined || value === undefined ? [] : [[id, value]])),
  );
}

function readFactValue(cursor: Cursor, json: unknown): FactValue | undefined {
  if (Array.isArray(json)) {
    const list = readList(cursor, json);
    return list
      ?.map((entry, i) => readString(into(cursor, i), entry))
      .filter((entry) => entry !== undefined);
  }
  if (typeof json === 'boolean') return json;
  if (typeof json === 'number' && Number.isFinite(json)) return json;
  if (typeof json === 'string') return readString(cursor, json);
  return wrongType(cursor, json, 'true or false, a number, a text or a list of texts');
}

function readString(cursor: Cursor, json: unknown): string | undefined {
  if (typeof json !== 'string') return wrongType(cursor, json, 'a text');
  return json.length > LIMITS.text ? tooLarge(cursor, `${LIMITS.text} characters`) : json;
}
