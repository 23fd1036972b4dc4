import type {
  CasePage,
  CasePageRequest,
  CaseSort,
  ClaimNext,
  ReviewCase,
} from '@doubletake/scoring';
import { type Place, readCursor, SORT_KEYS } from '../desk/cursor.ts';
import { leaseInForce } from '../desk/hindrance.ts';
import { pageOf, pageSize } from '../desk/page.ts';
import { LINKED_CAP } from '../desk/queue-bounds.ts';
import { passes } from './case-filter.ts';
import { compareText } from '../compare-text.ts';

/** One page of the cases a filter lets through. */
export function casePage(cases: readonly ReviewCase[], request: CasePageRequest): CasePage {
  const { filter = {}, sort = 'due', descending = false, after, before } = request;
  const size = pageSize(request);
  const cursor = before ?? after;
  const backwards = before !== undefined;
  const order = byPlace(descending !== backwards);
  const start = cursor === undefined ? undefined : readCursor(sort, cursor);
  const found = cases
    .filter(passes(filter))
    .toSorted((a, b) => order(placeOf(sort, a), placeOf(sort, b)))
    .filter((held) => start === undefined || order(start, placeOf(sort, held)) < 0)
    .slice(0, size + 1)
    .map((held) => ({ case: held, linked: linkedTo(held, cases) }));
  return pageOf(found, request);
}

/** The case a person is served next. */
export function nextCase(cases: readonly ReviewCase[], wish: ClaimNext): ReviewCase | undefined {
  const { by, at, filter = {} } = wish;
  const free = cases
    .filter(passes(filter))
    .filter((held) => leaseInForce(held, at) === undefined)
    .toSorted((a, b) => byPlace(false)(placeOf('due', a), placeOf('due', b)));
  const unseen = free.filter(({ skippedBy }) => !skippedBy.includes(by));
  return (
    unseen.find(({ assignee }) => assignee === by) ??
    unseen.find(({ assignee }) => assignee === undefined) ??
    free.find(({ assignee = by }) => assignee === by)
  );
}

function linkedTo({ caseId, referrerId }: ReviewCase, cases: readonly ReviewCase[]): number {
  if (referrerId === undefined) return 0;
  const others = cases.filter(
    (other) => other.referrerId === referrerId && other.caseId !== caseId,
  );
  return Math.min(others.length, LINKED_CAP);
}

const placeOf = (sort: CaseSort, held: ReviewCase): Place => ({
  key: SORT_KEYS[sort](held),
  caseId: held.caseId,
});

const byPlace =
  (descending: boolean) =>
  (a: Place, b: Place): number =>
    (descending ? -1 : 1) * (a.key - b.key || compareText(a.caseId, b.caseId));
