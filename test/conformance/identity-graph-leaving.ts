import type { PairQuestion, TypedToken } from '@doubletake/scoring';
import { erased, observed, pairOn, referred, released, token, unlinked } from './graph-values.ts';
import type { Row } from './identity-graph-rows.ts';

const email = token(1);
const phone = token(2, 'phone');

const ask = (day: number, ...tokens: TypedToken[]): PairQuestion =>
  pairOn(day, [1, tokens], [2, []]);
const chain = [referred(2, 1, 5), referred(3, 2, 4), referred(4, 3, 3)];

/** Examples of what leaves a graph: accounts, tokens and links. */
export const LEAVING: readonly Row[] = [
  {
    note: 'an erased account leaves its tokens, its referrer and its referees',
    writes: [
      observed(1, [email]),
      observed(3, [email, phone]),
      referred(1, 3, 1),
      referred(4, 1, 1),
      referred(3, 4, 1),
      erased(3, [email, phone]),
    ],
    question: ask(5, email, phone),
    holders: [[email, [[1, 0]], 1, 0]],
    referees: [],
    above: [4],
  },
  {
    note: 'two who are taken apart are neither above nor below each other; what joins them the other way round stays',
    writes: [
      observed(2, [email], { matured: 1 }),
      referred(1, 2, 1),
      referred(2, 1, 2),
      referred(3, 2, 3),
      unlinked(1, 2),
    ],
    question: pairOn(5, [1, [email]], [9, []]),
    holders: [[email, [[2, 0]], 1, 1]],
    referees: [],
    above: [2, 3],
  },
  {
    note: 'whoever took the place of a referrer is above all who are below',
    writes: [...chain, referred(5, 2, 6), unlinked(3, 2)],
    question: ask(9),
    above: [2, 5],
  },
  {
    note: 'two who are joined again are so since then',
    writes: [referred(1, 2, 1), referred(3, 2, 4), unlinked(1, 2), referred(1, 2, 7)],
    question: ask(9),
    referees: [[2, 7]],
  },
  {
    note: 'taking apart twice, or who was never joined, changes nothing',
    writes: [referred(1, 3, 1), referred(1, 2, 1), unlinked(1, 2), unlinked(1, 2), unlinked(8, 9)],
    question: ask(5),
    referees: [[3, 1]],
  },
  {
    note: 'a released token is no longer held; everything else of the account stays',
    writes: [
      observed(1, [email, phone]),
      observed(2, [email]),
      referred(1, 2, 1),
      released(2, [email, phone]),
      released(1, [phone]),
    ],
    question: ask(5, email, phone),
    holders: [[email, [[1, 0]], 1, 0]],
    referees: [[2, 1]],
  },
  {
    note: 'a token that the account was seen with after what is let go of stays',
    writes: [
      observed(1, [email, phone], { to: 3 }),
      observed(2, [email], { to: 2 }),
      released(1, [email, phone], 2),
      released(2, [email], 2),
    ],
    question: ask(5, email, phone),
    holders: [
      [email, [[1, 0]], 1, 0],
      [phone, [[1, 0]], 1, 0],
    ],
  },
  {
    note: 'when the first referrer is erased the next one takes its place',
    writes: [referred(2, 1, 1), referred(3, 1, 2), referred(4, 3, 1), erased(2)],
    question: ask(5),
    above: [3, 4],
  },
  {
    note: 'erasing twice, or somebody unknown, changes nothing',
    writes: [
      observed(1, [email]),
      observed(2, [email]),
      erased(2, [email]),
      erased(2, [email]),
      erased(9, [phone]),
    ],
    question: ask(5, email),
    holders: [[email, [[1, 0]], 1, 0]],
  },
];
