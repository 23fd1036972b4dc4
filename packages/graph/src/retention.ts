import type { Instant, TypedToken } from '@doubletake/scoring';

const DAY = 86_400_000;

/**
 * How long after its last sighting a value is still held against an account, in milliseconds, by type. A type not named
 * here is held for the life of the account: the ledger erases it 60 days after the account's end.
 *
 * Source: IP addresses change hands within weeks, devices within months; e-mails, phones, homes, names and payment
 * instruments belong to the account.
 */
const RETENTION: Partial<Readonly<Record<TypedToken['type'], number>>> = {
  ip: 90 * DAY,
  installation: 180 * DAY,
  visitor: 180 * DAY,
  hardware: 180 * DAY,
};

/** Retention of a type in milliseconds after the last sighting; infinite for what lives as long as the account. */
export function retentionOf(type: TypedToken['type']): number {
  return RETENTION[type] ?? Infinity;
}

/** When something was first and last seen. */
export interface Span {
  readonly since: Instant;
  readonly last: Instant;
}

/** Whether a value seen over a span is known and still held at an instant: from first sighting until retention after the last. */
export function aliveAt(span: Span, asOf: Instant, retention: number): boolean {
  return span.since <= asOf && asOf - span.last <= retention;
}
