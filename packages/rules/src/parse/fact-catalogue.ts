import { FACT_TYPES } from '../fact.ts';
import type { FactCatalogue, FactDeclaration } from '../fact.ts';
import type { Parsed } from '../problem.ts';
import { into, startOf } from './cursor.ts';
import type { Cursor } from './cursor.ts';
import { parsed } from './parsed.ts';
import {
  readBoolean,
  readFactId,
  readLabel,
  readObject,
  readProse,
  readRecord,
  readWord,
} from './values.ts';

const DECLARATION_KEYS = {
  required: ['type', 'meaning', 'missing'],
  optional: ['unit', 'certain'],
};

/** Reads a catalogue of facts: an object from fact id to declaration. */
export function parseFactCatalogue(json: unknown, file?: string): Parsed<FactCatalogue> {
  const cursor = startOf(file);
  return parsed(cursor, readCatalogue(cursor, json));
}

function readCatalogue(cursor: Cursor, json: unknown): FactCatalogue | undefined {
  const record = readRecord(cursor, json);
  if (record === undefined) return undefined;
  const entries = [...record].flatMap(([key, value]) => {
    const at = into(cursor, key);
    const id = readFactId(at, key);
    const declaration = readDeclaration(at, value);
    return id === undefined || declaration === undefined ? [] : [[id, declaration] as const];
  });
  return Object.fromEntries(entries);
}

function readDeclaration(cursor: Cursor, json: unknown): FactDeclaration | undefined {
  const object = readObject(cursor, json, DECLARATION_KEYS);
  const type = object?.read('type', (at, word) => readWord(at, word, FACT_TYPES));
  const meaning = object?.read('meaning', readProse);
  const missing = object?.read('missing', readProse);
  const unit = object?.read('unit', readLabel);
  const certain = object?.read('certain', readBoolean);
  if (type === undefined || meaning === undefined || missing === undefined) return undefined;
  return {
    type,
    meaning,
    missing,
    ...(unit !== undefined && { unit }),
    ...(certain !== undefined && { certain }),
  };
}
