import { sortProblems } from '../problem.ts';
import type { Parsed } from '../problem.ts';
import type { Cursor } from './cursor.ts';

/** What a reader returned, or the problems it noted on the way. */
export function parsed<T>(cursor: Cursor, value: T | undefined): Parsed<T> {
  if (value !== undefined && cursor.problems.length === 0) return { ok: true, value };
  // INVARIANT: a reader that returns nothing has said why
  if (cursor.problems.length === 0) throw new Error('nothing was read and no problem was noted');
  return { ok: false, problems: sortProblems(cursor.problems) };
}
