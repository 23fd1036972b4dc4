import type { GraphWrite, PairQuestion, TypedToken } from '@doubletake/scoring';
import { observed, pairOn, referred, token } from './graph-values.ts';

/** What was written, what is asked, and what must be answered. Accounts are named by number, instants by day. */
export interface Row {
  readonly note: string;
  readonly writes: readonly GraphWrite[];
  readonly question: PairQuestion;
  /** Per token asked: holders with the day since, the count, the matured. */
  readonly holders?: readonly (readonly [
    TypedToken,
    readonly [number, number][],
    number,
    number,
  ])[];
  /** Referees with their day. */
  readonly referees?: readonly [number, number][];
  readonly above?: readonly number[];
}

const email = token(1);
const phone = token(2, 'phone');
const ip = token(3, 'ip');
const visitor = token(4, 'visitor');
const later = token(5);
const rotated: TypedToken = { type: 'email', token: email.token.replace('k1:', 'k2:') };

const ask = (day: number, ...tokens: TypedToken[]): PairQuestion =>
  pairOn(day, [1, tokens], [2, []]);
const chain = [referred(2, 1, 5), referred(3, 2, 4), referred(4, 3, 3)];
const generations = Array.from({ length: 12 }, (_, n) => referred(n + 2, n + 1, 0));

/** Examples every graph must answer alike. */
export const ROWS: readonly Row[] = [
  { note: 'an empty graph knows nobody', writes: [], question: ask(0, email) },
  {
    note: 'a token of either side is answered once, holders in the order of first sighting',
    writes: [observed(2, [email, phone], { from: 3 }), observed(1, [email], { from: 1 })],
    question: pairOn(9, [1, [email]], [2, [email, phone]]),
    holders: [
      [
        email,
        [
          [1, 1],
          [2, 3],
        ],
        2,
        0,
      ],
      [phone, [[2, 3]], 1, 0],
    ],
  },
  {
    note: 'what comes later than the instant asked is not known yet',
    writes: [
      observed(1, [email]),
      observed(2, [email], { from: 5 }),
      observed(2, [later], { from: 6 }),
    ],
    question: ask(4, email, later),
    holders: [[email, [[1, 0]], 1, 0]],
  },
  {
    note: 'on the very day it is known',
    writes: [observed(1, [email], { from: 5 })],
    question: ask(5, email),
    holders: [[email, [[1, 5]], 1, 0]],
  },
  {
    note: 'writing twice changes nothing, and no write makes a span shorter',
    writes: [
      observed(1, [ip], { from: 1, to: 9, matured: 4 }),
      observed(1, [ip], { from: 1, to: 9, matured: 4 }),
      observed(1, [ip], { from: 3, to: 5, matured: 4 }),
    ],
    question: pairOn(99, [8, [ip]], [9, []]),
    holders: [[ip, [[1, 1]], 1, 1]],
  },
  {
    note: 'maturity and abuse are as the last write says: a person may take back a label, a host a date',
    writes: [
      observed(1, [email], { matured: 1, abusive: 2 }),
      observed(1, [email], { matured: 1 }),
      observed(2, [email], { matured: 1 }),
      observed(2, [email], { matured: 11 }),
    ],
    question: pairOn(10, [8, [email]], [9, []]),
    holders: [
      [
        email,
        [
          [1, 0],
          [2, 0],
        ],
        2,
        1,
      ],
    ],
  },
  {
    note: 'an address is held for 90 days after it was last seen, the last of them included',
    writes: [observed(1, [ip], { from: 0, to: 10 }), observed(2, [ip], { from: 0, to: 9 })],
    question: ask(100, ip),
    holders: [[ip, [[1, 0]], 1, 0]],
  },
  {
    note: 'a device is held for 180 days after it was last seen',
    writes: [
      observed(1, [visitor], { from: 0, to: 10 }),
      observed(2, [visitor], { from: 0, to: 9 }),
    ],
    question: ask(190, visitor),
    holders: [[visitor, [[1, 0]], 1, 0]],
  },
  {
    note: 'an e-mail is held for as long as the account lives',
    writes: [observed(1, [email])],
    question: ask(4000, email),
    holders: [[email, [[1, 0]], 1, 0]],
  },
  {
    note: 'an address seen again later was held in between',
    writes: [observed(1, [ip], { from: 0, to: 300 })],
    question: ask(150, ip),
    holders: [[ip, [[1, 0]], 1, 0]],
  },
  {
    note: 'matured are those matured by then, not yet found abusive, and outside the pair',
    writes: [
      observed(1, [email], { matured: 1 }),
      observed(2, [email], { matured: 1 }),
      observed(3, [email], { matured: 1 }),
      observed(4, [email], { matured: 11 }),
      observed(5, [email], { matured: 10 }),
      observed(6, [email], { matured: 1, abusive: 10 }),
      observed(7, [email], { matured: 1, abusive: 11 }),
      observed(8, [email]),
    ],
    question: ask(10, email),
    holders: [[email, [1, 2, 3, 4, 5, 6, 7, 8].map((n) => [n, 0]), 8, 3]],
  },
  {
    note: "the referrer's referees known by then do not count as matured",
    writes: [
      ...[3, 4, 5].map((n) => observed(n, [email], { matured: 1 })),
      referred(1, 3, 5),
      referred(1, 4, 15),
      referred(2, 5, 5),
    ],
    question: ask(10, email),
    holders: [
      [
        email,
        [
          [3, 0],
          [4, 0],
          [5, 0],
        ],
        3,
        2,
      ],
    ],
    referees: [[3, 5]],
  },
  {
    note: 'keys in rotation are kept apart',
    writes: [observed(1, [email]), observed(2, [rotated])],
    question: ask(1, email, rotated),
    holders: [
      [email, [[1, 0]], 1, 0],
      [rotated, [[2, 0]], 1, 0],
    ],
  },
  {
    note: 'referees come in the order of time, each with its first referral, whatever the order of writing',
    writes: [
      referred(1, 4, 7),
      referred(1, 2, 3),
      referred(1, 3, 5),
      referred(1, 4, 2),
      referred(1, 4, 9),
    ],
    question: ask(6),
    referees: [
      [4, 2],
      [2, 3],
      [3, 5],
    ],
  },
  {
    note: 'above the referrer are those who brought it',
    writes: chain,
    question: ask(5),
    above: [2, 3, 4],
  },
  {
    note: 'the same, written from below',
    writes: chain.toReversed(),
    question: ask(5),
    above: [2, 3, 4],
  },
  {
    note: 'above ends at the first referral still to come',
    writes: [referred(2, 1, 1), referred(3, 2, 9), referred(4, 3, 1)],
    question: ask(5),
    above: [2],
  },
  {
    note: 'the first referrer is the one above, even if it is written last',
    writes: [referred(5, 1, 4), referred(6, 5, 1), referred(2, 1, 3), referred(3, 2, 1)],
    question: ask(5),
    above: [2, 3],
  },
  {
    note: 'above ends after eight',
    writes: generations,
    question: ask(5),
    above: [2, 3, 4, 5, 6, 7, 8, 9],
  },
  {
    note: 'above ends before a loop closes on the referrer',
    writes: [referred(2, 1, 1), referred(3, 2, 1), referred(1, 3, 1)],
    question: ask(5),
    referees: [[3, 1]],
    above: [2, 3],
  },
  {
    note: 'above ends before a loop further up closes',
    writes: [referred(2, 1, 1), referred(3, 2, 1), referred(2, 3, 1)],
    question: ask(5),
    above: [2, 3],
  },
  {
    note: 'nobody is above itself',
    writes: [referred(1, 1, 1)],
    question: ask(5),
    referees: [[1, 1]],
  },
];
