import { LABELS, type CaseRefusal, type Label } from '@doubletake/scoring';
import { z } from 'zod';
import { CASE_REFUSAL_TEXTS } from '../../case-refusals.ts';
import type { FormProblems } from '../../form.ts';
import { exceptionReasonField, exceptionUntilField } from './exception-field.ts';

/** Made with the page: the same form sent twice decides once. */
export const commandField: z.ZodString = z.string().regex(/^[\w-]{16,64}$/);
/** The command that gave a conclusion, also one of many given at once. */
export const conclusionField: z.ZodString = z.string().min(1).max(200);
export const noteField: z.ZodString = z.string().trim().max(4000, 'This is too long.');

/** The decision form, read. */
export interface Decided {
  readonly commandId: string;
  readonly leaseToken?: string | undefined;
  readonly outcome: 'release' | 'block';
  readonly reason: string;
  /** Absent: what the reason says. */
  readonly label?: Label | undefined;
  readonly note: string;
  readonly exceptionReason: string;
  readonly exceptionUntil: string;
  readonly go: 'next' | 'stay';
}

/** The decision form. Whether the reason fits is for the engine to say, which has the team's list. */
export const DECIDE_FORM: z.ZodType<Decided> = z.object({
  commandId: commandField,
  leaseToken: z
    .string()
    .regex(/^\d{0,9}$/)
    .optional(),
  outcome: z.enum(['release', 'block'], 'Choose: release or block.'),
  reason: z.string('Choose a reason.').min(1, 'Choose a reason.'),
  label: z
    .enum([...LABELS, ''], 'Choose a label.')
    .default('')
    .transform((label) => (label === '' ? undefined : label)),
  note: noteField.default(''),
  exceptionReason: exceptionReasonField,
  exceptionUntil: exceptionUntilField,
  go: z.enum(['next', 'stay']).default('next'),
});

/** What the engine has against the reason, for the form to say beside it. */
export function reasonProblem(refusal: CaseRefusal): FormProblems | undefined {
  return refusal === 'reason_unknown' || refusal === 'reason_unfit'
    ? { reason: CASE_REFUSAL_TEXTS[refusal] }
    : undefined;
}
