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
  withdraw: { label: 'Withdraw it', until: undefined },
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

const SAMPLE_ROW: SecondLookViews['samples']['rows'][number] = {
  caseId: 'dec_1',
  parties: 'acc_1 → acc_2',
  programme: 'Guest credit',
  amount: '€20.00',
  opened: TIME,
  mark: { text: 'waits for you', tone: 'fair' },
  others: ['kim', 'lea'],
};

const SAMPLES: SecondLookViews['samples'] = {
  title: 'Samples',
  month: '2026-01',
  share: '5 %',
  rows: [
    SAMPLE_ROW,
    { ...SAMPLE_ROW, caseId: 'dec_2', mark: { text: 'you differ', tone: 'bad' }, others: [] },
  ],
  agreed: 0,
  compared: 1,
  next: '/samples?after=x',
  earlier: '/samples?month=2025-12',
  later: '/samples?month=2026-02',
};

const SAMPLE: SecondLookViews['sample'] = {
  title: 'Second look',
  caseId: 'dec_1',
  rewardId: 'rew_1',
  referrer: 'acc_1',
  referee: 'acc_2',
  pair: [
    {
      kind: 'Device',
      referrer: [{ text: 'd•1', same: true }],
      referee: [{ text: 'd•1', same: true }],
      compared: {
        level: 'same',
        agrees: true,
        bits: undefined,
        tone: 'plain',
        sharedBy: 'held by 2 accounts',
      },
    },
  ],
  stake: [{ name: 'Order', value: 'completed' }],
  facts: [{ name: 'referee.accountAgeDays', value: '29' }],
  timeline: [
    { at: TIME, kind: 'event', who: undefined, what: 'Reward accrued', detail: undefined },
  ],
  answer: {
    commandId: 'command',
    labels: [{ value: 'fraud', label: '1 fraud' }],
    typed: { label: 'fraud', note: 'Looked.' },
    problems: { label: 'No.', note: 'No.' },
  },
  own: false,
  result: undefined,
};

const RESULT = { yours: 'fraud', theirs: [FACT], agrees: true, href: '/cases/dec_1' };

/** Models for the pages of second looks, enough of them that every line is rendered. */
export const SECOND_LOOK_VIEW_MODELS: {
  readonly [Name in keyof SecondLookViews]: readonly SecondLookViews[Name][];
} = {
  samples: [SAMPLES, { ...SAMPLES, rows: [], compared: 0, next: undefined, later: undefined }],
  sample: [
    SAMPLE,
    {
      ...SAMPLE,
      answer: SAMPLE.answer && { ...SAMPLE.answer, typed: { label: '', note: '' }, problems: {} },
    },
    { ...SAMPLE, answer: undefined, own: true },
    { ...SAMPLE, answer: undefined, result: RESULT },
    { ...SAMPLE, answer: undefined, result: { ...RESULT, agrees: false } },
    { ...SAMPLE, answer: undefined, result: { ...RESULT, agrees: undefined } },
  ],
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
