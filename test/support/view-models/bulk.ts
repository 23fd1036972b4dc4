import type { BulkViews } from '../../../console/src/models/bulk.ts';

const OPTIONS = [
  { value: '', label: 'choose' },
  { value: 'REVIEWED_GENUINE', label: '1 genuine' },
];
const ITEM = { caseId: 'dec_1', parties: 'acc_1 → acc_2', amount: '€20.00' };
const OUTLOOK = [
  { text: '1: would be decided', tone: 'good' },
  { text: '1: Somebody else has this case in hand.', tone: 'bad' },
] as const;

const BULK: BulkViews['bulk'] = {
  title: 'Decide 2 cases at once',
  items: [
    {
      ...ITEM,
      seen: '["dec_1","dec_1",2000,"EUR"]',
      score: { value: 86.2, text: '86.2', tone: 'bad' },
      answer: { text: 'would be decided', tone: 'good' },
    },
    {
      ...ITEM,
      caseId: 'dec_2',
      seen: undefined,
      score: undefined,
      answer: { text: 'There is no such case.', tone: 'bad' },
    },
  ],
  gone: {
    title: '2 of your 4 are unknown or not open any more',
    cases: [
      { caseId: 'dec_3', known: true, why: 'somebody else decided it' },
      { caseId: 'no case', known: false, why: 'there is no such case' },
    ],
  },
  outlook: OUTLOOK,
  sums: ['€20.00', '$5.00'],
  decide: {
    commandId: 'command',
    reasons: OPTIONS,
    labels: OPTIONS,
    typed: { outcome: 'block', reason: 'REVIEWED_GENUINE', label: '', note: 'A ring.' },
    problems: { outcome: 'No.', reason: 'No.', label: 'No.', note: 'No.', count: 'No.' },
  },
  confirm: { count: '24', typed: '23' },
};

const RESULT: BulkViews['bulk-result'] = {
  title: 'Blocked 1 of 2 cases',
  commandId: 'command',
  items: [
    { ...ITEM, answer: { text: 'decided, can be undone', tone: 'fair' }, undoable: true },
    {
      ...ITEM,
      caseId: 'dec_2',
      answer: { text: 'There is no such case.', tone: 'bad' },
      undoable: false,
    },
  ],
  outlook: OUTLOOK,
  undoable: true,
  until: '2026-01-05T09:00:10.000Z',
};

/** Models for the pages on which many cases are decided at once. */
export const BULK_VIEW_MODELS: { readonly [Name in keyof BulkViews]: readonly BulkViews[Name][] } =
  {
    bulk: [
      BULK,
      {
        ...BULK,
        gone: undefined,
        sums: [],
        confirm: undefined,
        decide: {
          ...BULK.decide,
          typed: { outcome: 'release', reason: '', label: '', note: '' },
          problems: {},
        },
      },
    ],
    'bulk-result': [
      RESULT,
      { ...RESULT, until: undefined },
      { ...RESULT, undoable: false, until: undefined },
    ],
  };
