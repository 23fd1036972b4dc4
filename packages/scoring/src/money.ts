/** An amount in the currency's smallest unit, as payment providers state it: 2000 EUR is twenty euro. */
export interface Money {
  /** Whole number of minor units. */
  readonly minor: number;
  /** ISO 4217 code, upper case. */
  readonly currency: string;
}

/**
 * Two amounts of minor units together. What no number holds exactly any more, beyond 2^53 - 1, counts as that: a sum that
 * large is above every limit anybody sets, and never wrong by a little.
 */
export const plusMinor = (a: number, b: number): number => Math.min(a + b, Number.MAX_SAFE_INTEGER);
