import type { RulesErrorCode } from '../errors.ts';
import type { Problem } from '../problem.ts';
import { pointerStep } from './pointer.ts';

/** Where the reader stands in a file, and the problems it has met so far. */
export interface Cursor {
  readonly file: string | undefined;
  /** JSON pointer. */
  readonly path: string;
  readonly problems: Problem[];
}

/** A cursor at the top of a file. */
export function startOf(file: string | undefined): Cursor {
  return { file, path: '', problems: [] };
}

/** The cursor one step further in, the step escaped as RFC 6901 asks. */
export function into(cursor: Cursor, step: string | number): Cursor {
  return { ...cursor, path: cursor.path + pointerStep(step) };
}

/** What is wrong, and what helps. */
export interface Complaint {
  code: RulesErrorCode;
  message: string;
  /** The offending value; left out where its absence is the problem. */
  found?: unknown;
  hint?: string | undefined;
}

/** Notes a problem where the cursor stands; always `undefined`, so that a reader can return it. */
export function complain(cursor: Cursor, complaint: Complaint): undefined {
  const { code, message, found, hint } = complaint;
  cursor.problems.push({
    code,
    message,
    at: { ...(cursor.file !== undefined && { file: cursor.file }), path: cursor.path },
    ...(found !== undefined && { text: quote(found) }),
    ...(hint !== undefined && { hint }),
  });
}

/** A value as short JSON, for a message. */
export function quote(value: unknown): string {
  const json = typeof value === 'object' && value !== null ? outline(value) : primitive(value);
  return json.length > 80 ? `${json.slice(0, 79)}…` : json;
}

// nested values are not followed: a hostile file may be too deep to print
function outline(value: object): string {
  if (Array.isArray(value))
    return `[${value
      .map((v) => shallow(v))
      .slice(0, 20)
      .join(',')}]`;
  const entries = Object.entries(value).slice(0, 20);
  return `{${entries.map(([key, v]) => `${JSON.stringify(key)}:${shallow(v)}`).join(',')}}`;
}

function shallow(value: unknown): string {
  if (Array.isArray(value)) return '[…]';
  return typeof value === 'object' && value !== null ? '{…}' : primitive(value);
}

function primitive(value: unknown): string {
  if (typeof value === 'string') return JSON.stringify(value);
  return value === null || ['number', 'boolean'].includes(typeof value)
    ? String(value)
    : typeof value;
}
