import type { CaseFilter, ReviewCase } from '@doubletake/scoring';
import { WORKABLE } from '../desk/queue-bounds.ts';

type Test<Part extends keyof CaseFilter> = (
  held: ReviewCase,
  wanted: CaseFilter[Part] & ({} | null),
) => boolean;

/** What each part of a filter asks of a case. */
const TESTS: { readonly [Part in keyof Required<CaseFilter>]: Test<Part> } = {
  states: ({ state }, wanted) => wanted.includes(state),
  programmeId: ({ programmeId }, wanted) => programmeId === wanted,
  reason: ({ reasons }, wanted) => reasons.includes(wanted),
  rule: ({ rules }, wanted) => rules.includes(wanted),
  currency: ({ amount }, wanted) => amount.currency === wanted,
  minorFrom: ({ amount }, wanted) => amount.minor >= wanted,
  minorTo: ({ amount }, wanted) => amount.minor <= wanted,
  scoreFrom: ({ score }, wanted) => score >= wanted,
  scoreTo: ({ score }, wanted) => score <= wanted,
  openedFrom: ({ openedAt }, wanted) => openedAt >= wanted,
  openedTo: ({ openedAt }, wanted) => openedAt <= wanted,
  dueFrom: ({ dueAt }, wanted) => dueAt >= wanted,
  dueTo: ({ dueAt }, wanted) => dueAt <= wanted,
  assignee: ({ assignee = null }, wanted) => assignee === wanted,
  leasedBy: ({ lease }, wanted) => lease?.by === wanted,
  id: ({ caseId, rewardId, orderId, referrerId, refereeId, beneficiaryId }, wanted) =>
    [caseId, rewardId, orderId, referrerId, refereeId, beneficiaryId].includes(wanted),
};

const PARTS = Object.keys(TESTS).filter((part): part is keyof CaseFilter => part in TESTS);

/** Whether a filter lets a case through. */
export function passes(filter: CaseFilter): (held: ReviewCase) => boolean {
  const asked: CaseFilter = { states: WORKABLE, ...filter };
  return (held) => PARTS.every((part) => holds(part, held, asked[part]));
}

function holds<Part extends keyof CaseFilter>(
  part: Part,
  held: ReviewCase,
  wanted: CaseFilter[Part],
): boolean {
  return wanted === undefined || TESTS[part](held, wanted);
}
