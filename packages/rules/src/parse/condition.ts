import { didYouMean } from '../closest-name.ts';
import { LIMITS } from '../limits.ts';
import { isOperatorName, OPERATOR_NAMES } from '../operators/index.ts';
import type { OperatorName } from '../operators/operator.ts';
import type { Comparison, Condition, Group } from '../rule.ts';
import { complain, into, quote } from './cursor.ts';
import type { Cursor } from './cursor.ts';
import { readOperand } from './operand.ts';
import { readFactId, readLabel, readList, readObject, readRecord } from './values.ts';

const KINDS = ['all', 'any', 'not', 'fact'] as const;

/** json-rules-engine keys this language leaves out, and why. */
const REFUSED = {
  path: {
    code: 'rules_path_refused',
    message: '`path` is not evaluated: facts are flat, and JSONPath has run foreign code',
  },
  params: {
    code: 'rules_params_refused',
    message: '`params` is not evaluated: facts are values, not functions',
  },
  condition: {
    code: 'rules_reference_refused',
    message: 'a named condition cannot be referred to: a rule says everything it asks',
  },
} as const;

/** The root of a rule's conditions, which json-rules-engine wants to be a group. */
export function readRoot(cursor: Cursor, json: unknown): Group | undefined {
  const condition = readCondition(cursor, json, 1);
  if (condition === undefined || !('fact' in condition)) return condition;
  return complain(cursor, {
    code: 'rules_root_not_a_group',
    message: 'the outermost condition must be `all`, `any` or `not`',
    found: json,
    hint: 'wrap it: `{ "all": [ … ] }`',
  });
}

function readCondition(cursor: Cursor, json: unknown, depth: number): Condition | undefined {
  if (depth > LIMITS.depth) {
    const message = `conditions lie more than ${LIMITS.depth} deep`;
    return complain(cursor, { code: 'rules_too_deep', message });
  }
  const object = readRecord(cursor, json);
  if (object === undefined) return undefined;
  const accepted = withoutRefusedKeys(cursor, object);
  const kinds = KINDS.filter((kind) => object.has(kind));
  const [kind, other] = kinds;
  if (kind !== undefined && other !== undefined) {
    const message = `a condition is either \`${kind}\` or \`${other}\`, not both`;
    return complain(cursor, { code: 'rules_ambiguous_condition', message, found: json });
  }
  if (kind === undefined) return object.has('condition') ? undefined : noKind(cursor, object);
  if (kind === 'fact') return readComparison(cursor, accepted);
  return readGroup(cursor, { json: accepted, kind, depth });
}

function withoutRefusedKeys(cursor: Cursor, object: ReadonlyMap<string, unknown>): object {
  const rest = [...object].filter(([key, value]) => {
    const refused = Object.entries(REFUSED).find(([name]) => name === key)?.[1];
    if (refused !== undefined) complain(into(cursor, key), { ...refused, found: value });
    return refused === undefined;
  });
  return Object.fromEntries(rest);
}

function noKind(cursor: Cursor, object: ReadonlyMap<string, unknown>): undefined {
  const keys = [...object.keys()];
  const hint = keys.map((key) => didYouMean(key, KINDS)).find((found) => found !== undefined);
  const message = 'a condition needs one of the keys `all`, `any`, `not` or `fact`';
  return complain(cursor, { code: 'rules_missing_key', message, hint });
}

function readGroup(
  cursor: Cursor,
  group: { json: object; kind: 'all' | 'any' | 'not'; depth: number },
): Group | undefined {
  const { json, kind, depth } = group;
  const object = readObject(cursor, json, { required: [kind], optional: ['name'] });
  const name = object?.read('name', readLabel);
  const label = name === undefined ? {} : { name };
  if (kind === 'not') {
    const not = object?.read(kind, (at, part) => readCondition(at, part, depth + 1));
    return not === undefined ? undefined : { ...label, not };
  }
  const parts = object?.read(kind, (at, list) => readParts(at, list, depth));
  if (parts === undefined) return undefined;
  return kind === 'all' ? { ...label, all: parts } : { ...label, any: parts };
}

function readParts(cursor: Cursor, json: unknown, depth: number): readonly Condition[] | undefined {
  const list = readList(cursor, json);
  if (list === undefined) return undefined;
  if (list.length === 0) {
    // json-rules-engine answers true to an empty `any` as well, which nobody means
    const message = 'the group has no conditions, so it decides nothing';
    return complain(cursor, { code: 'rules_empty_group', message });
  }
  return list
    .map((part, i) => readCondition(into(cursor, i), part, depth + 1))
    .filter((part) => part !== undefined);
}

function readComparison(cursor: Cursor, json: object): Comparison | undefined {
  const keys = { required: ['fact', 'operator', 'value'], optional: ['name'] };
  const object = readObject(cursor, json, keys);
  const name = object?.read('name', readLabel);
  const fact = object?.read('fact', readFactId);
  const operator = object?.read('operator', readOperator);
  if (operator === undefined) return undefined;
  const value = object?.read('value', (at, operand) => readOperand(at, operand, operator));
  if (fact === undefined || value === undefined) return undefined;
  return { ...(name !== undefined && { name }), fact, operator, value };
}

function readOperator(cursor: Cursor, json: unknown): OperatorName | undefined {
  if (typeof json === 'string' && isOperatorName(json)) return json;
  const decorated = typeof json === 'string' && json.includes(':');
  return complain(cursor, {
    code: 'rules_unknown_operator',
    message: `unknown operator \`${typeof json === 'string' ? json : quote(json)}\``,
    found: json,
    hint: decorated
      ? 'operator decorators are not part of this language, use `not`, `any` or `all`'
      : didYouMean(String(json), OPERATOR_NAMES),
  });
}
