/** An amount in the currency's smallest unit, as payment providers state it: 2000 EUR is twenty euro. */
export interface Money {
  /** Whole number of minor units. */
  readonly minor: number;
  /** ISO 4217 code, upper case. */
  readonly currency: string;
}
