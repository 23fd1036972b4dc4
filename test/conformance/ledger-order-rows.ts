import { EUR, PAIR, stay, type Row } from './ledger-row.ts';
import { accrued, day, labelled, observed, ordered, referred } from './ledger-values.ts';

/** Orders of the referee, and what others spend. */
export const ORDERS: readonly Row[] = [
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

/** How many accounts have matured. */
export const POPULATION: readonly Row[] = [
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

/** Confirmed orders worth 100, 200, … of one day. */
function market(count: number, on: number) {
  return Array.from({ length: count }, (_, n) =>
    ordered([`m${n}`, 'zoe'], ['confirmed', on], EUR(100 * (n + 1))),
  );
}
