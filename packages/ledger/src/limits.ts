import { DAY } from '@doubletake/scoring';

/** Age at which an account becomes one that frequencies are estimated from, in milliseconds: 60 days. */
export const MATURITY: number = 60 * DAY;

/** Referees whose outcomes a screening reads, the latest first. */
export const REFEREE_OUTCOMES = 512;

/** Confirmed orders of one currency that say what a low order is, and the fewest that may say so. */
export const LOW_ORDER_SAMPLE = 500;
export const LOW_ORDER_MINIMUM = 50;

/** Share of orders that count as low. */
export const LOW_ORDER_SHARE = 0.15;

/** Windows of the reward tally, in milliseconds. */
export const TALLY_MONTH: number = 30 * DAY;
export const TALLY_YEAR: number = 365 * DAY;
