import type { CaseViews } from '../../../console/src/models/cases.ts';

const TIME = { iso: '2026-01-05T09:00:00.000Z', text: '5 Jan 2026, 09:00 UTC' };

/** Other cases of the same people. */
export const LINKED: CaseViews['case']['linked'] = {
  rows: [
    {
      caseId: 'dec_3',
      parties: 'acc_1 → acc_4',
      how: 'same referrer',
      amount: '€20.00',
      state: { text: 'open', tone: 'plain' },
      opened: TIME,
    },
  ],
  more: '12',
  all: '/queue?id=acc_1',
  together: { count: 2, href: '/bulk?linked=dec_1' },
};
/** What cases like it became. */
export const SIMILAR: NonNullable<CaseViews['case']['similar']> = {
  released: '12',
  blocked: '500+',
  latest: [
    {
      caseId: 'dec_5',
      parties: 'acc_7 → acc_8',
      outcome: { text: 'blocked', tone: 'bad' },
      why: 'same person',
      closed: TIME,
    },
  ],
};
