import type { ReviewedLedger } from '@doubletake/ledger';
import type { CaseFilter, CasePageRequest, ReviewDesk } from '@doubletake/scoring';

/** Filters as saved views have them. */
const VIEWS: readonly CaseFilter[] = [
  {},
  { states: ['escalated'] },
  { states: ['awaiting_second'] },
  { programmeId: 'p1' },
  { reason: 'SHARED_DEVICE' },
  { reason: 'RARE' },
  { minorFrom: 9000 },
  { assignee: 'lea' },
  { leasedBy: 'lea' },
];

/** What the console asks, by what it is. */
export const QUESTIONS: Readonly<Record<string, (ledger: ReviewedLedger) => Promise<unknown>>> = {
  'queue page: first page and the counts of 9 views': ({ desk }) =>
    Promise.all([desk.page({}), desk.counts(VIEWS)]),
  'first page': page({}),
  'page from the middle': middle('after'),
  'page before the middle': middle('before'),
  'by score, descending': page({ sort: 'score', descending: true }),
  'by amount': page({ sort: 'amount' }),
  'one programme': page({ filter: { programmeId: 'p1' } }),
  'a programme of few': page({ filter: { programmeId: 'rare' } }),
  'a common reason': page({ filter: { reason: 'SHARED_DEVICE' } }),
  'a rare reason': page({ filter: { reason: 'RARE' } }),
  'a rule': page({ filter: { rule: 'pack/rule3' } }),
  'a range of scores': page({ filter: { scoreFrom: 20, scoreTo: 21 } }),
  'an account': page({ filter: { id: 'a17' } }),
  'closed cases': page({ filter: { states: ['closed'] }, sort: 'opened', descending: true }),
  'counts of 9 views': ({ desk }) => desk.counts(VIEWS),
  'case page': async ({ desk, audit }) => {
    const caseId = 'd1-1';
    return Promise.all([
      desk.find(caseId),
      desk.conclusions(caseId),
      desk.notes({ kind: 'case', id: caseId }),
      audit.entries({ subject: `case:${caseId}` }),
      desk.page({ filter: { id: 'a1', states: ['open', 'closed'] }, limit: 10 }),
    ]);
  },
  'linked cases': ({ desk }) => desk.linked('d1-1', 99),
  'similar cases': ({ desk }) => desk.similar('d1-1', 5),
  'decisions on a reward': (ledger) => ledger.decisionsOn('r4'),
  'a decision by its id': (ledger) => ledger.decision('d4-2'),
  'an account as it stands': ({ records }) => records.account('a17'),
  'the trail of a case': ({ audit }) => audit.entries({ subject: 'case:d1-1' }),
  'claim next, release': async ({ desk }) => {
    const at = 1;
    const claimed = await desk.claimNext({ by: 'lea', at });
    if (claimed?.lease === undefined) throw new Error('nothing to claim');
    const { caseId, lease } = claimed;
    return desk.act({ do: 'release', caseId, by: 'lea', at, leaseToken: lease.token });
  },
};

function page(request: CasePageRequest): (ledger: ReviewedLedger) => Promise<unknown> {
  return ({ desk }) => desk.page(request);
}

function middle(side: 'after' | 'before'): (ledger: ReviewedLedger) => Promise<unknown> {
  const cursors = new Map<ReviewDesk, string | undefined>();
  return async ({ desk }) => {
    if (!cursors.has(desk)) cursors.set(desk, await middleOf(desk));
    const cursor = cursors.get(desk);
    if (cursor === undefined) throw new Error('no middle');
    return desk.page({ [side]: cursor });
  };
}

/** The cursor behind half of the open cases, as the median case by opening time gives it. */
async function middleOf(desk: ReviewDesk): Promise<string | undefined> {
  const span = await Promise.all(
    [false, true].map((descending) => desk.page({ sort: 'due', descending, limit: 1 })),
  );
  const [from = 0, to = 0] = span.map(({ cases }) => cases[0]?.case.openedAt);
  const filter = { openedFrom: (from + to) / 2, states: ['open'] as const };
  return (
    await desk.page({ filter: { ...filter, openedFrom: Math.floor(filter.openedFrom) }, limit: 1 })
  ).next;
}
