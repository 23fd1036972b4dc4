import type { LedgerOptions } from '@doubletake/ledger';
import type { DecisionWrite, DomainEvent, ScreeningRecord } from '@doubletake/scoring';
import { accrued, ordered, referred } from './ledger-values.ts';

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

/** One referral and its reward. */
export const PAIR: readonly DomainEvent[] = [
  referred(['ann', 'bob'], 10),
  accrued('r1', 20, { orderId: 'o1' }),
];

export const EUR = (
  minor: number,
): { readonly amount: { readonly minor: number; readonly currency: string } } => ({
  amount: { minor, currency: 'EUR' },
});

/** A booking of bob's from creation to completion. */
export const stay = (
  orderId: string,
  [from, to]: readonly [number, number],
  accountId = 'bob',
): readonly DomainEvent[] => [
  ordered([orderId, accountId], ['created', from]),
  ordered([orderId, accountId], ['completed', to]),
];
