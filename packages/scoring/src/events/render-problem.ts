import type { EventProblem } from './problem.ts';

/** One line for a terminal or a log: place, code, message. */
export function renderProblem({
  at,
  code,
  message,
}: Pick<EventProblem, 'at' | 'message'> & { readonly code: string }): string {
  const line = at.line === undefined ? [] : [`line ${at.line}`];
  const path = at.path === '' ? [] : [at.path];
  const place = [...line, ...path].join(' ');
  return place === '' ? `${code}: ${message}` : `${place}: ${code}: ${message}`;
}
