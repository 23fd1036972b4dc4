import { partsOf } from '../condition.ts';
import { LIMITS } from '../limits.ts';
import { KEBAB_NAME } from '../names.ts';
import type { Parsed } from '../problem.ts';
import { ON_MISSING, RULE_MODES } from '../rule.ts';
import type { Condition, Group, Rule } from '../rule.ts';
import { readRoot } from './condition.ts';
import { complain, into, startOf } from './cursor.ts';
import type { Cursor } from './cursor.ts';
import { readEvent } from './event.ts';
import { parsed } from './parsed.ts';
import {
  readCount,
  readList,
  readName,
  readObject,
  readProse,
  readWord,
  tooLarge,
} from './values.ts';

/** The keys of a rule file: which it needs and which it may leave out. */
export const RULE_KEYS = {
  required: ['name', 'description', 'mode', 'conditions', 'event'],
  optional: ['programmes', 'priority', 'onMissing', 'acceptedRisk'],
} as const;

/**
 * Reads a rule file's JSON strictly: an unknown key, operator or shape is a problem, never ignored, and every problem
 * is found in one run. `file` is only named in the problems.
 */
export function parseRule(json: unknown, file?: string): Parsed<Rule> {
  const cursor = startOf(file);
  return parsed(cursor, readRule(cursor, json));
}

function readRule(cursor: Cursor, json: unknown): Rule | undefined {
  const object = readObject(cursor, json, RULE_KEYS);
  const name = object?.read('name', readKebabName);
  const description = object?.read('description', readProse);
  const mode = object?.read('mode', (at, word) => readWord(at, word, RULE_MODES));
  const programmes = object?.read('programmes', readProgrammes);
  const priority = object?.read('priority', readCount);
  const conditions = object?.read('conditions', readConditions);
  const event = object?.read('event', readEvent);
  const onMissing = object?.read('onMissing', (at, word) => readWord(at, word, ON_MISSING));
  const acceptedRisk = object?.read('acceptedRisk', readProse);
  if (name === undefined || description === undefined || mode === undefined) return undefined;
  if (conditions === undefined || event === undefined) return undefined;
  return {
    name,
    description,
    mode,
    conditions,
    event,
    ...(programmes !== undefined && { programmes }),
    ...(priority !== undefined && { priority }),
    ...(onMissing !== undefined && { onMissing }),
    ...(acceptedRisk !== undefined && { acceptedRisk }),
  };
}

function readConditions(cursor: Cursor, json: unknown): Group | undefined {
  const root = readRoot(cursor, json);
  if (root === undefined || sizeOf(root) <= LIMITS.conditions) return root;
  return tooLarge(cursor, `${LIMITS.conditions} conditions`);
}

function sizeOf(condition: Condition): number {
  return partsOf(condition).reduce((size, part) => size + sizeOf(part), 1);
}

function readProgrammes(cursor: Cursor, json: unknown): readonly string[] | undefined {
  const list = readList(cursor, json);
  if (list?.length === 0) {
    const message = 'the list is empty, so the rule would never apply';
    return complain(cursor, {
      code: 'rules_bad_value',
      message,
      hint: 'leave the key out to mean all',
    });
  }
  return list
    ?.map((name, i) => readKebabName(into(cursor, i), name))
    .filter((name) => name !== undefined);
}

function readKebabName(cursor: Cursor, json: unknown): string | undefined {
  return readName(cursor, json, KEBAB_NAME);
}
