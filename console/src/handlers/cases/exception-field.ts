import {
  DAY,
  LONGEST_ALLOWANCE,
  LONGEST_ALLOWANCE_REASON,
  type AllowanceWish,
  type Instant,
} from '@doubletake/scoring';
import { z } from 'zod';

export const exceptionReasonField: z.ZodType<string> = z
  .string()
  .trim()
  .max(LONGEST_ALLOWANCE_REASON, 'This is too long.')
  .default('');

/** The last day of an exception, as `2026-11-21`. */
export const exceptionUntilField: z.ZodType<string> = z.string().trim().max(10).default('');

interface Typed {
  readonly outcome: 'release' | 'block';
  readonly exceptionReason: string;
  readonly exceptionUntil: string;
}

/** An exception that was asked for, none, or what is wrong with it, by field. */
export type ReadException =
  { readonly allowance?: AllowanceWish } | { readonly problems: Readonly<Record<string, string>> };

/** Reads the exception of a decision: it ends with its last day, in UTC. */
export function readException(typed: Typed, at: Instant): ReadException {
  const { outcome, exceptionReason: reason, exceptionUntil: until } = typed;
  if (reason === '' && until === '') return {};
  if (outcome !== 'release')
    return { problems: { exceptionReason: 'Only a release can carry an exception.' } };
  if (reason === '') return { problems: { exceptionReason: 'Say why they are an exception.' } };
  const day = dayIn(until);
  if (day === undefined) return { problems: { exceptionUntil: 'Say until which day.' } };
  const expiresAt = day + DAY;
  if (expiresAt <= at) return { problems: { exceptionUntil: 'That day has passed.' } };
  if (expiresAt > at + LONGEST_ALLOWANCE)
    return { problems: { exceptionUntil: 'A year is the longest. It can be given again.' } };
  return { allowance: { reason, expiresAt } };
}

/** The beginning of a day of the calendar. */
function dayIn(text: string): Instant | undefined {
  const at = /^\d{4}-\d\d-\d\d$/.test(text) ? Date.parse(`${text}T00:00:00Z`) : Number.NaN;
  // The 31st of a shorter month is read as a day of the next.
  return !Number.isNaN(at) && new Date(at).toISOString().startsWith(text) ? at : undefined;
}
