import { ORDERS, POPULATION } from './ledger-order-rows.ts';
import { EUR, PAIR, type Row } from './ledger-row.ts';
import { accrued, day, decided, paid, referred, reversed, write } from './ledger-values.ts';

const NONE = { lifetime: 0, last30d: 0, last365d: [] };

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
      write(decided('r1', 'void', { on: 23 }), ['free', 'o1']),
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

/** Every example a ledger must answer. */
export const ROWS: readonly Row[] = [...CAPS, ...CLAIMS, ...REFERRALS, ...ORDERS, ...POPULATION];

function expect30(lifetime: number, last30d: number, firstAt: number) {
  return { lifetime, last30d, last365d: [{ minor: 2000 * lifetime, currency: 'EUR' }], firstAt };
}
