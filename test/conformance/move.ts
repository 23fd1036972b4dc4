import type { ReviewedLedger } from '@doubletake/ledger';
import fc from 'fast-check';
import { HOUR, OPENED } from './review-values.ts';

/** One call that may change a ledger, and gives what it answers. */
export type Call = (ledger: ReviewedLedger) => Promise<unknown>;

/** Chooses the call by what there is, which every ledger of a story must agree on. */
export interface Move {
  readonly name: string;
  readonly call: (model: ReviewedLedger) => Call | Promise<Call>;
}

export const one = <const Value>(...values: readonly Value[]): fc.Arbitrary<Value> =>
  fc.constantFrom(...values);
export const named = <Value>(
  name: string,
  values: fc.Arbitrary<Value>,
  call: (value: Value) => Move['call'],
): fc.Arbitrary<Move> =>
  values.map((value) => ({ name: `${name} ${JSON.stringify(value)}`, call: call(value) }));

/** Some instant while people work. */
export const at: fc.Arbitrary<number> = fc
  .integer({ min: 0, max: 120 })
  .map((half) => OPENED + (half * HOUR) / 2);
export const nth: fc.Arbitrary<number> = fc.nat(5);

/** The nth of what there is, from the beginning again after the last. */
export const chosen = <Value>(values: readonly Value[], n: number): Value | undefined =>
  values[n % Math.max(1, values.length)];
