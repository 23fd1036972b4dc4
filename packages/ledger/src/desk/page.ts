import type { CasePage, CasePageRequest, QueuedCase } from '@doubletake/scoring';
import { printCursor } from './cursor.ts';
import { LONGEST_PAGE, PAGE } from './queue-bounds.ts';

/** How many cases a request asks for. */
export function pageSize({ limit = PAGE }: CasePageRequest): number {
  return Math.max(1, Math.min(limit, LONGEST_PAGE));
}

/**
 * The page of what was found from its cursor on: at most one case more than asked for, which tells that there are
 * more. A page before a cursor was found from its end.
 */
export function pageOf(found: readonly QueuedCase[], request: CasePageRequest): CasePage {
  const { sort = 'due', after, before } = request;
  const more = found.length > pageSize(request);
  const cut = found.slice(0, pageSize(request));
  const cases = before === undefined ? cut : cut.toReversed();
  const [first, last] = [cases[0], cases.at(-1)];
  const hasNext = before === undefined ? more : true;
  const hasPrevious = before === undefined ? after !== undefined : more;
  return {
    cases,
    ...(hasNext && last !== undefined ? { next: printCursor(sort, last.case) } : {}),
    ...(hasPrevious && first !== undefined ? { previous: printCursor(sort, first.case) } : {}),
  };
}
