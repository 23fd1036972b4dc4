import type { CaseState } from '@doubletake/scoring';

/** The states of cases that people take from the queue. */
export const WORKABLE: readonly CaseState[] = ['open', 'escalated'];

/** Cases on a page, at most. */
export const PAGE = 50;
export const LONGEST_PAGE = 200;

/** How far a count goes: beyond, nobody reads the number, and a page must not pay for it. */
export const COUNT_CAP = 500;

/** How far linked cases are counted. */
export const LINKED_CAP = 99;
