import type { RulesErrorCode } from './errors.ts';

/** Something wrong with a file, for its author. */
export interface Problem {
  code: RulesErrorCode;
  /** Lower case, no full stop, the author's own words in backticks. */
  message: string;
  /** The file, where one was named, and a JSON pointer (RFC 6901) into it; the pointer of a whole file is empty. */
  at: { file?: string; path: string };
  /** The offending text as JSON, shortened to 80 characters. */
  text?: string;
  /** What to do, such as the nearest known name. */
  hint?: string;
}

/** A value, or every problem found, sorted by place. */
export type Parsed<T> = { ok: true; value: T } | { ok: false; problems: readonly Problem[] };

/** One line for a terminal: code, message, hint and place. */
export function printProblem(problem: Problem): string {
  const place = [problem.at.file, problem.at.path].filter(Boolean).join(' ');
  const hint = problem.hint === undefined ? '' : `, ${problem.hint}`;
  return `${problem.code}: ${problem.message}${hint}${place === '' ? '' : ` (${place})`}`;
}

/** Problems in the order of their places: by file, then from the top of the file's structure down. */
export function sortProblems(problems: readonly Problem[]): readonly Problem[] {
  return problems.toSorted(
    (a, b) =>
      compareTexts(a.at.file ?? '', b.at.file ?? '') ||
      comparePaths(a.at.path, b.at.path) ||
      compareTexts(a.code, b.code),
  );
}

/** Two texts in code unit order, the same on every machine. */
export function compareTexts(a: string, b: string): number {
  if (a === b) return 0;
  return a < b ? -1 : 1;
}

/** INVARIANT: numbers in a path sort as numbers, so that condition 10 comes after condition 9. */
function comparePaths(a: string, b: string): number {
  const left = a.split('/');
  const right = b.split('/');
  for (let i = 0; i < Math.min(left.length, right.length); i += 1) {
    const [l, r] = [left[i] ?? '', right[i] ?? ''];
    if (l !== r) return Number(l) - Number(r) || compareTexts(l, r);
  }
  return left.length - right.length;
}
