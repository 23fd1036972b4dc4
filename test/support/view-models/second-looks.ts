import type { SecondLookViews, ShownConcluded } from '../../../console/src/models/second-looks.ts';

const TIME = { iso: '2026-01-05T09:00:00.000Z', text: '5 Jan 2026, 09:00 UTC' };
const FACT = { name: 'By', value: 'bob' };
const OPTIONS = [
  { value: '', label: 'only to send it back' },
  { value: 'look_again', label: 'look again' },
];

/** A first decision that its second person sees, on the page of its case. */
export const CONCLUDED: ShownConcluded = {
  caseId: 'dec_1',
  commandId: 'c',
  at: TIME,
  facts: [FACT],
  note: 'Same handwriting.',
  approve: {
    caseId: 'dec_1',
    commandId: 'c',
    reasons: OPTIONS,
    keys: true,
    typed: { verdict: 'approve', reason: 'look_again', note: 'Hm.' },
    problems: { verdict: 'No.', reason: 'No.', note: 'No.' },
  },
  withdraw: undefined,
  waits: undefined,
};

/** The same for whoever made it. */
export const OWN: ShownConcluded = {
  ...CONCLUDED,
  caseId: 'dec_2',
  note: undefined,
  approve: undefined,
  withdraw: 'Withdraw it',
  waits: 'You decided this.',
};

const APPROVAL: SecondLookViews['approvals']['approvals'][number] = {
  caseId: 'dec_1',
  parties: 'acc_1 → acc_2',
  programme: 'Guest credit',
  amount: '€200.00',
  score: { value: 86.2, text: '86.2', tone: 'bad' },
  due: { at: TIME, text: '5 h late', tone: 'bad' },
  reasons: ['shared device'],
  evidence: [{ name: 'Device', value: 'same +4.10' }],
  concluded: {
    ...CONCLUDED,
    approve: CONCLUDED.approve && {
      ...CONCLUDED.approve,
      keys: false,
      typed: { verdict: 'send_back', reason: '', note: '' },
      problems: {},
    },
  },
};

/** Models for the pages of second looks, enough of them that every line is rendered. */
export const SECOND_LOOK_VIEW_MODELS: {
  readonly [Name in keyof SecondLookViews]: readonly SecondLookViews[Name][];
} = {
  approvals: [
    {
      title: 'Approvals',
      approvals: [APPROVAL, { ...APPROVAL, caseId: 'dec_2', concluded: OWN }],
      next: '/approvals?after=x',
      previous: '/approvals?before=x',
      undo: { action: '/cases/dec_0/undo', commandId: 'c', what: 'Approved rew_0', until: TIME },
    },
    {
      title: 'Approvals',
      approvals: [],
      next: undefined,
      previous: undefined,
      undo: undefined,
    },
  ],
};
