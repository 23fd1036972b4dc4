import type { Canonicalised } from '@doubletake/identity';
import { parseEvent, type AccountObserved } from '@doubletake/scoring';

/** What keeps an identifier from being read: its code, and what is wrong in words. */
export interface WrittenProblem {
  readonly code: string;
  readonly message: string;
}

/** Something read, or why not. */
export type Reading<Value> =
  | { readonly ok: true; readonly value: Value }
  | { readonly ok: false; readonly problem: WrittenProblem };

/** What is known about a value besides its text, where its kind needs more. */
export interface Hints {
  /** ISO 3166-1 alpha-2 code of the country a phone number is dialled in. */
  readonly region?: string;
  /** ISO 3166-1 alpha-2 code or name of an address's country. */
  readonly country?: string;
}

/** One identifier as somebody wrote it: text, or an object in the event contract's form. */
export interface Written {
  readonly value: unknown;
  readonly hints: Hints;
}

/** Fields of `account.observed` that hold an identifier. */
type Observable = 'person' | 'email' | 'phone' | 'address' | 'payment' | 'device' | 'ip';

/**
 * Reads a value as that field of an `account.observed` event. The contract's own reader does it, so a misspelt key has
 * the same did-you-mean and a card number the same refusal as in an event.
 */
export function readObserved<Field extends Observable>(
  field: Field,
  value: unknown,
): Reading<NonNullable<AccountObserved[Field]>> {
  const event = parseEvent({
    id: field,
    type: 'account.observed',
    at: '1970-01-01T00:00:00Z',
    accountId: field,
    [field]: value,
  });
  if (!event.ok) return { ok: false, problem: firstOf(event.problems) };
  const read = event.value.type === 'account.observed' ? event.value[field] : undefined;
  if (read !== undefined) return { ok: true, value: read };
  return { ok: false, problem: { code: 'event_missing_key', message: `there is no ${field}` } };
}

/** Two steps of reading in a row: the first problem ends it. */
export function canonicalReading<Raw, Value>(
  raw: Reading<Raw>,
  canonicalise: (raw: Raw) => Canonicalised<Value>,
): Reading<Value> {
  return raw.ok ? canonicalise(raw.value) : raw;
}

function firstOf(
  problems: readonly { code: string; message: string; at: { path: string } }[],
): WrittenProblem {
  const [problem] = problems;
  if (problem === undefined) throw new Error('an event was refused without a problem');
  // the first step of the path is the field itself, which nobody typed
  const inside = problem.at.path.replace(/^\/[^/]*/u, '');
  const message = inside === '' ? problem.message : `${inside}: ${problem.message}`;
  return { code: problem.code, message };
}
