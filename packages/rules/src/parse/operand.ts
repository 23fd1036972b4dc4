import { LIMITS } from '../limits.ts';
import { OPERATORS } from '../operators/index.ts';
import type { OperatorName } from '../operators/operator.ts';
import type { Scalar } from '../fact.ts';
import type { Operand } from '../rule.ts';
import { complain, quote } from './cursor.ts';
import type { Cursor } from './cursor.ts';
import { readFactId, readList, readObject, tooLarge } from './values.ts';

/** The right side of a comparison: a literal of the shape the operator needs, or the name of a fact. */
export function readOperand(
  cursor: Cursor,
  json: unknown,
  operator: OperatorName,
): Operand | undefined {
  if (typeof json === 'object' && json !== null && !Array.isArray(json)) {
    const object = readObject(cursor, json, { required: ['fact'], optional: [] });
    const fact = object?.read('fact', readFactId);
    return fact === undefined ? undefined : { fact };
  }
  const { right, left } = OPERATORS[operator];
  if (right === 'list') return readLiterals(cursor, json, operator);
  const scalar = readScalar(json);
  const fits = right === 'element' ? typeof scalar === 'string' : suits(scalar, left);
  if (!fits || scalar === undefined) return wrongOperand(cursor, json, operator);
  if (String(scalar).length > LIMITS.text) return tooLarge(cursor, `${LIMITS.text} characters`);
  return scalar;
}

function readLiterals(
  cursor: Cursor,
  json: unknown,
  operator: OperatorName,
): readonly Scalar[] | undefined {
  if (!Array.isArray(json) || json.length === 0) return wrongOperand(cursor, json, operator);
  const list = readList(cursor, json);
  if (list === undefined) return undefined;
  const scalars = list.map(readScalar).filter((scalar) => scalar !== undefined);
  const types = new Set(scalars.map((scalar) => typeof scalar));
  if (scalars.length < list.length || types.size > 1) return wrongOperand(cursor, json, operator);
  if (scalars.some((scalar) => String(scalar).length > LIMITS.text)) {
    return tooLarge(cursor, `${LIMITS.text} characters`);
  }
  return scalars;
}

/** INVARIANT: zero is written without a sign, as JSON prints it; otherwise printing would not be undone by parsing. */
function readScalar(json: unknown): Scalar | undefined {
  if (typeof json === 'number') return Number.isFinite(json) ? json || 0 : undefined;
  return typeof json === 'string' || typeof json === 'boolean' ? json : undefined;
}

function suits(scalar: Scalar | undefined, left: readonly string[]): boolean {
  return scalar !== undefined && left.includes(typeof scalar);
}

function wrongOperand(cursor: Cursor, json: unknown, operator: OperatorName): undefined {
  return complain(cursor, {
    code: 'rules_operand_type',
    message: `\`${operator}\` compares ${OPERATORS[operator].needs}, so \`${quote(json)}\` cannot be its value`,
    found: json,
  });
}
