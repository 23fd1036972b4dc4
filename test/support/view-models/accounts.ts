import type { AccountViews, RevealForm } from '../../../console/src/models/accounts.ts';
import type { ShownGraph } from '../../../console/src/models/graph.ts';

const TIME = { iso: '2026-01-05T09:00:00.000Z', text: '5 Jan 2026, 09:00 UTC' };
const SCORE = { value: 86.2, text: '86.2', tone: 'bad' } as const;
const LINK = { text: 'acc_2', href: '/accounts/acc_2' };
const NONE = { rows: [], more: undefined };
const OPTIONS = [{ value: 'all', label: 'everything' }];

export const REVEAL: RevealForm = {
  action: '/accounts/acc_1/reveal',
  back: '#identifiers',
  whose: 'acc_1',
  kinds: OPTIONS,
  reasons: [{ value: 'compare_pair', label: 'to compare the pair' }],
};

const ACCOUNT_IN_PICTURE = {
  ...LINK,
  x: 10,
  y: 20,
  halfWidth: 30,
  halfHeight: 14,
  role: 'other',
  about: 'Account acc_2, 1 shared value',
} as const;
const VALUE = {
  kind: 'device',
  name: 'Device',
  shape: 'M0 0Z',
  x: 1,
  y: 2,
  label: 'v•••',
  labelY: 26,
  folded: '+14',
  hub: true,
  about: 'Device v•••, same device, held by 16 accounts',
};

export const GRAPH: ShownGraph = {
  viewBox: '-100 -50 200 100',
  width: 200,
  height: 100,
  lines: [
    { kind: 'device', x1: 1, y1: 2, x2: 3, y2: 4 },
    { kind: 'referral', x1: 1, y1: 2, x2: 3, y2: 4 },
  ],
  values: [VALUE, { ...VALUE, x: 9, label: undefined, folded: undefined, hub: false }],
  accounts: [
    { ...ACCOUNT_IN_PICTURE, role: 'first', text: 'acc_1', href: '/accounts/acc_1' },
    ACCOUNT_IN_PICTURE,
  ],
  legend: [{ kind: 'device', name: 'Device', shape: 'M0 0Z' }],
  filters: [
    { label: 'Everything', href: '/accounts/acc_1#graph', current: true },
    { label: 'Device', href: '/accounts/acc_1?links=device#graph', current: false },
  ],
  left: 'Not drawn: 3 more accounts; see the table.',
  rows: [
    {
      kind: 'Device',
      respect: 'same device',
      masked: 'v•••',
      count: '16',
      accounts: [LINK],
      more: 'and 14 more',
    },
    {
      kind: 'Phone',
      respect: 'same number',
      masked: '+44 •••',
      count: '2',
      accounts: [LINK],
      more: undefined,
    },
  ],
  referrals: [{ referrer: LINK, referee: { ...LINK, text: 'acc_3' }, at: TIME }],
};

const ACCOUNT: AccountViews['account'] = {
  title: 'Account acc_1',
  accountId: 'acc_1',
  erased: false,
  merged: { rows: ['acc_0'], more: 'There are more of them.' },
  roles: ['customer'],
  status: 'active',
  created: TIME,
  seen: TIME,
  velocity: { week: '3', month: '1000 or more' },
  identifiers: [
    {
      name: 'E-mail',
      values: [
        {
          text: 'ann@example.com',
          lapses: { at: TIME.iso, masked: 'a••@e••.com' },
          first: TIME,
          last: TIME,
          sharing: [
            { respect: 'same mailbox', accounts: [LINK], more: undefined },
            { respect: 'same domain', accounts: [], more: '40 others' },
          ],
        },
        { text: 'b••@e••.com', lapses: undefined, first: TIME, last: TIME, sharing: [] },
      ],
    },
  ],
  reveal: REVEAL,
  graph: GRAPH,
  unknown: false,
  brought: {
    rows: [{ other: LINK, programme: 'Guest credit', at: TIME }],
    more: 'There are earlier ones.',
  },
  broughtBy: { rows: [{ other: LINK, programme: 'Guest credit', at: TIME }], more: undefined },
  orders: {
    rows: [{ orderId: 'ord_1', status: 'completed', amount: '€400.00', at: TIME }],
    more: 'There are earlier ones.',
  },
  rewards: {
    rows: [
      {
        rewardId: 'rew_1',
        amount: '€20.00',
        programme: 'Guest credit',
        at: TIME,
        decision: 'hold → review',
        score: SCORE,
      },
      {
        rewardId: 'rew_2',
        amount: '€20.00',
        programme: 'Guest credit',
        at: TIME,
        decision: undefined,
        score: undefined,
      },
    ],
    more: 'There are earlier ones.',
  },
  cases: {
    rows: [
      {
        href: '/cases/dec_1',
        parties: 'acc_1 → acc_2',
        state: { text: 'open', tone: 'plain' },
        score: SCORE,
        amount: '€20.00',
        at: TIME,
      },
    ],
    more: 'There are earlier ones.',
  },
  allowances: {
    rows: [
      {
        with: LINK,
        owner: 'ann',
        reason: 'known family',
        until: TIME,
        over: 'expired',
        end: undefined,
      },
      {
        with: LINK,
        owner: 'ann',
        reason: 'known family',
        until: TIME,
        over: undefined,
        end: 'review:c1',
      },
    ],
    more: 'There are earlier ones.',
  },
  notes: {
    rows: [
      {
        noteId: 'note-0123456789abcdef',
        by: 'ann',
        at: TIME,
        parts: [
          { text: '@bob', mention: true },
          { text: ' look', mention: false },
        ],
        editable: '@bob look',
        earlier: [{ at: TIME, text: 'look' }],
      },
      {
        noteId: 'note-abcdef0123456789',
        by: 'bob',
        at: TIME,
        parts: [{ text: 'fine', mention: false }],
        editable: undefined,
        earlier: [],
      },
    ],
    more: 'There are earlier ones.',
  },
  noteId: 'note-fedcba9876543210',
};

/** Models of the pages about accounts. */
export const ACCOUNT_VIEW_MODELS: {
  readonly [Name in keyof AccountViews]: readonly AccountViews[Name][];
} = {
  accounts: [
    { title: 'Find an account', id: '', missing: false },
    { title: 'Find an account', id: 'acc_9', missing: true },
  ],
  account: [
    ACCOUNT,
    {
      ...ACCOUNT,
      erased: true,
      merged: NONE,
      roles: [],
      status: undefined,
      created: undefined,
      seen: undefined,
      identifiers: [],
      reveal: undefined,
      graph: undefined,
      unknown: true,
      brought: NONE,
      broughtBy: NONE,
      orders: NONE,
      rewards: NONE,
      cases: NONE,
      allowances: NONE,
      notes: NONE,
      noteId: undefined,
    },
    {
      ...ACCOUNT,
      identifiers: [],
      graph: { ...GRAPH, left: undefined, rows: [], referrals: [] },
    },
    { ...ACCOUNT, graph: undefined },
  ],
};
