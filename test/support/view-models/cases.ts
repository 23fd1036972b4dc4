import type { CaseViews } from '../../../console/src/models/cases.ts';
import { CONCLUDED, OWN } from './second-looks.ts';
import { GRAPH, REVEAL } from './accounts.ts';
import { LINKED, SIMILAR } from './linked-cases.ts';

const TIME = { iso: '2026-01-05T09:00:00.000Z', text: '5 Jan 2026, 09:00 UTC' };
const DUE = { at: TIME, text: '5 h late', tone: 'bad' } as const;
const SCORE = { value: 86.2, text: '86.2', tone: 'bad' } as const;
const HAND = { by: 'bob', mine: false, until: TIME, left: '12 min', token: 3 };
const UNDO = { action: '/cases/dec_0/undo', commandId: 'c', what: 'Blocked rew_0', until: TIME };
const PART = { text: 'B••', same: false };
const OPTIONS = [
  { value: '', label: 'choose' },
  { value: 'REVIEWED_GENUINE', label: '1 genuine' },
];

const ROW: CaseViews['queue']['rows'][number] = {
  caseId: 'dec_1',
  state: { text: 'escalated', tone: 'bad' },
  escalation: 'bob: looks like a ring',
  hand: HAND,
  assignee: 'ann',
  score: SCORE,
  amount: '€20.00',
  reasons: ['shared device', 'shared address'],
  moreReasons: 2,
  linked: 4,
  due: DUE,
  programme: 'Guest credit',
  parties: 'acc_1 → acc_2',
};

const QUEUE: CaseViews['queue'] = {
  title: 'Queue',
  views: [
    {
      label: 'Everything open',
      href: '/queue',
      key: '1',
      count: '12',
      current: true,
      viewId: undefined,
      by: undefined,
    },
    {
      label: 'Mine',
      href: '/queue?view=mine',
      key: '2',
      count: '1000+',
      current: false,
      viewId: 'v1',
      by: undefined,
    },
    {
      label: 'Rings',
      href: '/queue?rule=x',
      key: undefined,
      count: '3',
      current: false,
      viewId: undefined,
      by: 'bob',
    },
  ],
  filter: {
    view: 'mine',
    id: 'acc_1',
    score: '70',
    amount: '25',
    currency: 'EUR',
    choices: [{ name: 'reason', label: 'Reason', options: OPTIONS, selected: '' }],
    active: true,
  },
  save: 'rule=x',
  own: undefined,
  rows: [
    ROW,
    {
      ...ROW,
      caseId: 'dec_2',
      state: { text: 'open', tone: 'plain' },
      escalation: undefined,
      hand: undefined,
      assignee: undefined,
      moreReasons: 0,
      linked: 0,
    },
  ],
  next: '/queue?after=x',
  previous: '/queue?before=x',
  mayDecide: true,
  exports: { csv: '/queue/export?format=csv', json: '/queue/export?format=json', most: '9' },
  undo: UNDO,
};

const WHYS = { skip: OPTIONS, escalate: OPTIONS, snooze: OPTIONS, takeOver: OPTIONS };
const CASE: CaseViews['case'] = {
  title: 'Case dec_1',
  caseId: 'dec_1',
  rewardId: 'rew_1',
  state: { text: 'open', tone: 'plain' },
  score: SCORE,
  amount: '€20.00',
  due: DUE,
  escalation: 'bob: looks like a ring',
  linked: LINKED,
  similar: SIMILAR,
  hand: { ...HAND, mine: true },
  assignee: 'ann',
  viewers: ['kim', 'bob'],
  lapsed: 'Your hold has ended.',
  reopen: undefined,
  concluded: undefined,
  referrer: 'acc_1',
  referee: 'acc_2',
  accounts: { referrer: '/accounts/acc_1', referee: '/accounts/acc_2' },
  reveal: REVEAL,
  graph: GRAPH,
  unknown: false,
  likely: [
    { name: 'self', meaning: 'One person on both sides', percent: 85, tone: 'bad' },
    { name: 'household', meaning: 'Two people who live together', percent: 9, tone: 'good' },
  ],
  pair: [
    {
      kind: 'Name',
      referrer: [{ text: 'Ann', same: true }, PART],
      referee: [PART],
      lapses: { referrer: undefined, referee: { at: TIME.iso, masked: 'B••' } },
      compared: { level: 'exact', agrees: true, bits: '+2.00', tone: 'bad', sharedBy: 'held by 2' },
    },
    {
      kind: 'Phone',
      referrer: [],
      referee: [PART],
      compared: {
        level: 'different',
        agrees: false,
        bits: '−0.20',
        tone: 'good',
        sharedBy: undefined,
      },
    },
    { kind: 'E-mail', referrer: [], referee: [], compared: undefined },
  ],
  waterfall: [
    {
      name: 'Device',
      level: 'same',
      bits: '+4.10',
      score: '81.0',
      tone: 'bad',
      x: 10,
      width: 40,
      zero: 30,
    },
  ],
  total: '+2.64',
  stories: [
    { name: 'self', meaning: 'One person on both sides', percent: 85, tone: 'bad' },
    { name: 'unrelated', meaning: 'Two people', percent: 15, tone: 'good' },
  ],
  counterfactuals: [{ without: 'Payment', score: '41.0' }],
  reasons: [
    {
      code: 'SHARED_DEVICE',
      text: 'one device',
      customerText: 'We are checking.',
      rule: 'four-controls/shared-device',
    },
  ],
  unseen: 'A store could not be asked.',
  stake: [{ name: 'Order', value: 'completed' }],
  facts: [{ name: 'score', value: '86.2' }],
  rules: [{ rule: 'four-controls/shared-device', text: 'decided' }],
  timeline: [
    { at: TIME, kind: 'note', who: 'ann', what: 'Note', detail: 'Asked the customer.' },
    { at: TIME, kind: 'event', who: undefined, what: 'Reward accrued', detail: undefined },
  ],
  decide: {
    caseId: 'dec_1',
    commandId: 'command',
    seen: '["dec_1","dec_1",2000,"EUR"]',
    leaseToken: 3,
    reasons: OPTIONS,
    labels: OPTIONS,
    typed: { outcome: 'block', reason: 'REVIEWED_GENUINE', label: '', note: 'Looked.' },
    problems: {
      outcome: 'No.',
      reason: 'No.',
      label: 'No.',
      note: 'No.',
      exceptionReason: 'No.',
      exceptionUntil: 'No.',
    },
    exception: {
      second: true,
      reason: 'one household',
      until: '2026-03-01',
      first: '2026-01-05',
      last: '2027-01-05',
    },
  },
  actions: {
    caseId: 'dec_1',
    leaseToken: 3,
    claim: 'keep',
    snoozed: false,
    colleagues: [{ value: 'u_2', label: 'bob' }],
    whys: WHYS,
  },
  undo: UNDO,
};

const ACTIONS = {
  caseId: 'dec_1',
  leaseToken: undefined,
  colleagues: [],
  snoozed: false,
  whys: WHYS,
} as const;

/** Models for the pages of case work, enough of them that every line is rendered. */
export const CASE_VIEW_MODELS: { readonly [Name in keyof CaseViews]: readonly CaseViews[Name][] } =
  {
    queue: [
      QUEUE,
      { ...QUEUE, rows: [], next: undefined, previous: undefined, undo: undefined },
      {
        ...QUEUE,
        rows: [],
        filter: { ...QUEUE.filter, view: 'all', active: false },
        save: undefined,
        own: { viewId: 'v1', label: 'Mine' },
        mayDecide: false,
        exports: undefined,
      },
    ],
    case: [
      CASE,
      {
        ...CASE,
        decide: CASE.decide && {
          ...CASE.decide,
          leaseToken: undefined,
          typed: { outcome: 'release', reason: '', label: '', note: '' },
          problems: {},
          exception: undefined,
        },
        accounts: { referrer: undefined, referee: undefined },
        reveal: undefined,
        graph: undefined,
        unknown: true,
        actions: { ...ACTIONS, claim: 'claim', snoozed: true },
        hand: undefined,
      },
      {
        ...CASE,
        decide: undefined,
        concluded: CONCLUDED,
        actions: { ...ACTIONS, claim: 'take_over' },
        undo: undefined,
      },
      {
        ...CASE,
        decide: undefined,
        actions: undefined,
        concluded: OWN,
        viewers: [],
        reopen: OPTIONS,
        assignee: undefined,
        counterfactuals: [],
      },
    ],
    'case-conflict': [
      {
        title: 'Somebody was faster',
        text: 'Theirs stands.',
        caseId: 'dec_1',
        theirs: [{ name: 'Decided by', value: 'bob' }],
        yours: [{ name: 'Note', value: 'Looked.' }],
      },
      { title: 'Changed', text: 'Changed.', caseId: 'dec_1', theirs: [], yours: [] },
    ],
  };
