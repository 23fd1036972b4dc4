import type { LedgerOptions } from '@doubletake/ledger';
import type { DecisionWrite, DomainEvent, ScreeningRecord } from '@doubletake/scoring';
import {
  accrued,
  day,
  decided,
  labelled,
  observed,
  ordered,
  paid,
  referred,
  reversed,
  write,
} from './ledger-values.ts';

/** What was recorded and decided, what is read, and what must be in it. Instants are days. */
export interface Row {
  readonly note: string;
  readonly options?: LedgerOptions;
  readonly events: readonly DomainEvent[];
  readonly decisions?: readonly DecisionWrite[];
  /** @defaultValue `r1` */
  readonly reward?: string;
  readonly on: number;
  /** Absent keys are not looked at; an undefined one must be absent. */
  readonly expect: Partial<{ [Key in keyof ScreeningRecord]: unknown }>;
}

const PAIR = [referred(['ann', 'bob'], 10), accrued('r1', 20, { orderId: 'o1' })];
const EUR = (minor: number) => ({ amount: { minor, currency: 'EUR' } });
const NONE = { lifetime: 0, last30d: 0, last365d: [] };

/** A booking of bob's from creation to completion. */
const stay = (orderId: string, [from, to]: readonly [number, number], accountId = 'bob') => [
  ordered([orderId, accountId], ['created', from]),
  ordered([orderId, accountId], ['completed', to]),
];

const CAPS: readonly Row[] = [
  {
    note: 'caps: nobody was rewarded yet, this reward itself left out',
    events: PAIR,
    decisions: [write(decided('r1', 'pay', { on: 21 }))],
    on: 30,
    expect: { tally: NONE },
  },
  {
    note: 'caps: a decision to pay counts from its instant, within 30 days, a year and ever',
    events: [
      ...PAIR,
      accrued('a', 1, EUR(500)),
      accrued('b', 1, EUR(700)),
      accrued('c', 1, EUR(900)),
    ],
    decisions: [
      write(decided('a', 'pay', { on: 5 })),
      write(decided('b', 'pay', { on: 380 })),
      write(decided('c', 'pay', { on: 10 })),
    ],
    on: 400,
    expect: {
      tally: {
        lifetime: 3,
        last30d: 1,
        last365d: [{ minor: 700, currency: 'EUR' }],
        firstAt: day(5),
      },
    },
  },
  {
    note: 'caps: the 30 days end exactly 30 days before the instant',
    events: [...PAIR, accrued('a', 1), accrued('b', 1)],
    decisions: [write(decided('a', 'pay', { on: 30 })), write(decided('b', 'pay', { on: 31 }))],
    on: 60,
    expect: { tally: expect30(2, 1, day(30)) },
  },
  {
    note: 'caps: a payment nobody decided counts, by when it was paid',
    events: [...PAIR, accrued('a', 1), paid('a', 9)],
    on: 30,
    expect: { tally: expect30(1, 1, day(9)) },
  },
  {
    note: 'caps: reversed, clawed back or sent to review is not rewarded; paid again after a reversal is',
    events: [
      ...PAIR,
      ...['a', 'b', 'c', 'd'].map((id) => accrued(id, 1)),
      paid('a', 5),
      reversed('a', 6),
      paid('b', 5),
      paid('d', 5),
      reversed('d', 6),
      paid('d', 7),
    ],
    decisions: [
      write(decided('b', 'claw_back', { on: 6 })),
      write(decided('c', 'pay', { on: 6 })),
      write(decided('c', 'review', { on: 7 })),
    ],
    on: 30,
    expect: { tally: expect30(1, 1, day(7)) },
  },
  {
    note: 'caps: sums are per currency; another programme and another beneficiary are others',
    events: [
      ...PAIR,
      accrued('a', 1, { amount: { minor: 5, currency: 'USD' } }),
      accrued('b', 1, { amount: { minor: 7, currency: 'EUR' } }),
      accrued('c', 1, { programmeId: 'other' }),
      accrued('d', 1, { beneficiaryId: 'bob' }),
      ...['a', 'b', 'c', 'd'].map((id) => paid(id, 2)),
    ],
    on: 30,
    expect: {
      tally: {
        lifetime: 2,
        last30d: 2,
        last365d: [
          { minor: 7, currency: 'EUR' },
          { minor: 5, currency: 'USD' },
        ],
        firstAt: day(2),
      },
    },
  },
];

const CLAIMS: readonly Row[] = [
  {
    note: "claim: whoever holds the order on the reward's side, across programmes and channels",
    events: [
      ...PAIR,
      accrued('p', 20, { orderId: 'o1', side: 'partner', programmeId: 'partners' }),
    ],
    decisions: [write(decided('p', 'pay', { on: 22 }), ['take', 'o1'])],
    on: 30,
    expect: { claim: { orderId: 'o1', side: 'referrer', rewardId: 'p', at: day(22) } },
  },
  {
    note: "claim: the referee's side is another side",
    events: [...PAIR, accrued('e', 20, { orderId: 'o1', side: 'referee' })],
    decisions: [write(decided('e', 'pay', { on: 22 }), ['take', 'o1', 'referee'])],
    on: 30,
    expect: { claim: undefined },
  },
  {
    note: 'claim: freed by its holder',
    events: PAIR,
    decisions: [
      write(decided('r1', 'pay', { on: 22 }), ['take', 'o1']),
      write(decided('r1', 'claw_back', { on: 23 }), ['free', 'o1']),
    ],
    on: 30,
    expect: { claim: undefined },
  },
];

const REFERRALS: readonly Row[] = [
  {
    note: 'first link: the referee was referred before, in the same programme',
    events: [
      ...PAIR,
      referred(['cat', 'bob'], 9),
      referred(['dan', 'bob'], 8, { programmeId: 'other' }),
    ],
    on: 30,
    expect: { earlierReferral: { referralId: 'cat-bob', at: day(9), referrerId: 'cat' } },
  },
  {
    note: 'first link: a later referral of the referee does not come before this one',
    events: [...PAIR, referred(['cat', 'bob'], 11)],
    on: 30,
    expect: { earlierReferral: undefined },
  },
  {
    note: 'first link: at the same instant the smaller event id came first',
    events: [...PAIR, referred(['cat', 'bob'], 10, { id: 'evt-000000' })],
    on: 30,
    expect: { earlierReferral: { referralId: 'cat-bob' } },
  },
  {
    note: 'first link: told late, an earlier event of a referral moves it',
    events: [...PAIR, referred(['ann', 'bob'], 5), referred(['cat', 'bob'], 8)],
    on: 30,
    expect: { referral: { at: day(5) }, earlierReferral: undefined },
  },
  {
    note: 'code: used before by another referrer, exactly as written',
    events: [
      referred(['ann', 'bob'], 10, { code: 'Sun' }),
      accrued('r1', 20),
      referred(['cat', 'eve'], 5, { code: 'Sun' }),
      referred(['dan', 'fay'], 4, { code: 'SUN' }),
      referred(['gil', 'hal'], 3, { code: 'Sun', programmeId: 'other' }),
      referred(['ann', 'ida'], 2, { code: 'Sun' }),
    ],
    on: 30,
    expect: { codeUsedBy: 'cat' },
  },
  {
    note: 'code: used by another only afterwards',
    events: [
      referred(['ann', 'bob'], 10, { code: 'Sun' }),
      accrued('r1', 20),
      referred(['cat', 'eve'], 11, { code: 'Sun' }),
    ],
    on: 30,
    expect: { codeUsedBy: undefined },
  },
  {
    note: 'a reward whose referral nobody told is read without a pair',
    events: [accrued('r1', 20)],
    on: 30,
    expect: {
      referral: undefined,
      referrer: undefined,
      refereeEarlierOrders: 0,
      refereeOutcomes: [],
    },
  },
];

const ORDERS: readonly Row[] = [
  {
    note: 'earlier orders: completed before this one was made, and not undone',
    events: [
      ...PAIR,
      ordered(['o1', 'bob'], ['created', 15]),
      ...stay('o2', [1, 14]),
      ...stay('o3', [1, 15]),
      ...stay('o4', [1, 10]),
      ordered(['o4', 'bob'], ['refunded', 12]),
      ...stay('o5', [1, 10], 'ann'),
    ],
    on: 30,
    expect: {
      refereeEarlierOrders: 1,
      order: { orderId: 'o1', status: 'created', createdAt: day(15) },
    },
  },
  {
    note: 'referee outcomes: first and second completion known by the instant, latest first, this pair left out',
    events: [
      ...PAIR,
      ...stay('b', [1, 2]),
      referred(['ann', 'cat'], 1),
      ...stay('c1', [2, 3], 'cat'),
      referred(['ann', 'dan'], 1, { programmeId: 'other' }),
      ...stay('d1', [2, 4], 'dan'),
      ...stay('d2', [2, 6], 'dan'),
      ...stay('d3', [2, 7], 'dan'),
      referred(['ann', 'eve'], 1),
      ...stay('e1', [2, 5], 'eve'),
      ...stay('e2', [2, 31], 'eve'),
      referred(['ann', 'fay'], 1),
      ...stay('f1', [2, 31], 'fay'),
      referred(['ann', 'gil'], 1),
      ...stay('g1', [2, 3], 'gil'),
      ordered(['g1', 'gil'], ['charged_back', 8]),
    ],
    on: 30,
    expect: {
      refereeOutcomes: [
        { firstCompletedAt: day(5) },
        { firstCompletedAt: day(4), secondCompletedAt: day(6) },
        { firstCompletedAt: day(3) },
      ],
    },
  },
  {
    note: 'low order: under 50 confirmed orders nobody can say',
    events: [...PAIR, ordered(['o1', 'bob'], ['created', 15], EUR(1)), ...market(49, 20)],
    on: 30,
    expect: { lowOrderMinor: undefined },
  },
  {
    note: 'low order: the 15th percentile of 50 is the eighth, confirmed by then, in this currency',
    events: [
      ...PAIR,
      ordered(['o1', 'bob'], ['created', 15], EUR(1)),
      ...market(50, 20),
      ordered(['late', 'zoe'], ['confirmed', 31], EUR(1)),
      ordered(['usd', 'zoe'], ['confirmed', 1], { amount: { minor: 1, currency: 'USD' } }),
    ],
    on: 30,
    expect: { lowOrderMinor: 800 },
  },
  {
    note: 'low order: only the latest 500 count',
    events: [
      ...PAIR,
      ordered(['o1', 'bob'], ['created', 15], EUR(1)),
      ...market(500, 20),
      ...Array.from({ length: 100 }, (_, n) =>
        ordered([`old${n}`, 'zoe'], ['confirmed', 19], EUR(1)),
      ),
    ],
    on: 30,
    expect: { lowOrderMinor: 7500 },
  },
];

const POPULATION: readonly Row[] = [
  {
    note: 'population: accounts 60 days old, to the millisecond',
    events: [
      ...PAIR,
      observed('ann', 0),
      observed('bob', 1),
      observed('cat', 9, { createdAt: day(-40) }),
    ],
    on: 60,
    expect: { population: 2 },
  },
  {
    note: 'population: from a fraud label on, both ends are left out; another label clears one reward',
    events: [
      ...PAIR,
      ...['ann', 'bob', 'cat'].map((id) => observed(id, 0)),
      labelled('r1', 'fraud', 70),
    ],
    on: 70,
    expect: { population: 1 },
  },
  {
    note: 'population: before the label nobody was left out',
    events: [...PAIR, observed('ann', 0), observed('bob', 0), labelled('r1', 'fraud', 70)],
    on: 69,
    expect: { population: 2 },
  },
  {
    note: 'population: a later label takes a fraud label back',
    events: [
      ...PAIR,
      observed('ann', 0),
      observed('bob', 0),
      labelled('r1', 'fraud', 70),
      labelled('r1', 'honest', 80),
    ],
    on: 90,
    expect: { population: 2 },
  },
  {
    note: 'population: a label told before its referral and its accounts counts all the same',
    events: [
      labelled('r1', 'fraud', 70),
      accrued('r1', 20),
      referred(['ann', 'bob'], 10),
      observed('ann', 0),
      observed('cat', 0),
    ],
    on: 90,
    expect: { population: 1 },
  },
  {
    note: 'population: where all orders are told, an account matures with its first completed one',
    options: { organicOrders: true },
    events: [
      ...PAIR,
      ...['ann', 'bob', 'cat', 'dan'].map((id) => observed(id, 0)),
      ...stay('o1', [1, 10]),
      ...stay('o2', [1, 100], 'cat'),
      ...stay('o3', [1, 10], 'dan'),
      ordered(['o3', 'dan'], ['cancelled', 11]),
    ],
    on: 99,
    expect: { population: 1 },
  },
  {
    note: 'population: an erased account is no longer in it',
    events: [
      ...PAIR,
      observed('ann', 0),
      observed('bob', 0),
      { id: 'gone', type: 'account.erased', at: day(50), accountId: 'bob' },
      observed('bob', 51),
    ],
    on: 90,
    expect: { population: 1, referee: undefined, referrer: { accountId: 'ann' } },
  },
];

/** Every example a ledger must answer. */
export const ROWS: readonly Row[] = [...CAPS, ...CLAIMS, ...REFERRALS, ...ORDERS, ...POPULATION];

function expect30(lifetime: number, last30d: number, firstAt: number) {
  return { lifetime, last30d, last365d: [{ minor: 2000 * lifetime, currency: 'EUR' }], firstAt };
}

/** Confirmed orders worth 100, 200, … of one day. */
function market(count: number, on: number) {
  return Array.from({ length: count }, (_, n) =>
    ordered([`m${n}`, 'zoe'], ['confirmed', on], EUR(100 * (n + 1))),
  );
}
