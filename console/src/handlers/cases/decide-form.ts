import type { Label } from '@doubletake/scoring';
import { z } from 'zod';
import { exceptionReasonField, exceptionUntilField } from './exception-field.ts';

export const LABELS = ['fraud', 'honest', 'policy', 'unsure'] as const;

/** What a reason says by itself of the pair, and what may be decided by it. */
interface PersonsReason {
  readonly label: Label;
  readonly outcome: 'release' | 'block';
}

const REASONS: Readonly<Record<string, PersonsReason>> = {
  REVIEWED_GENUINE: { label: 'honest', outcome: 'release' },
  REVIEWED_SAME_PERSON: { label: 'fraud', outcome: 'block' },
  REVIEWED_COLLUSION: { label: 'fraud', outcome: 'block' },
  REVIEWED_AGAINST_TERMS: { label: 'policy', outcome: 'block' },
  REVIEWED_UNPROVEN: { label: 'unsure', outcome: 'release' },
};

/** Reasons that people conclude by, in the order they are offered. */
export const PERSONS_REASONS: readonly string[] = Object.keys(REASONS);

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
  readonly label: Label;
  readonly note: string;
  readonly exceptionReason: string;
  readonly exceptionUntil: string;
  readonly go: 'next' | 'stay';
}

/** The decision form. An empty label means what the reason says; a reason to release blocks nothing. */
export const DECIDE_FORM: z.ZodType<Decided> = z
  .object({
    commandId: commandField,
    leaseToken: z
      .string()
      .regex(/^\d{0,9}$/)
      .optional(),
    outcome: z.enum(['release', 'block'], 'Choose: release or block.'),
    reason: z.string('Choose a reason.').min(1, 'Choose a reason.'),
    label: z.enum([...LABELS, ''], 'Choose a label.').default(''),
    note: noteField.default(''),
    exceptionReason: exceptionReasonField,
    exceptionUntil: exceptionUntilField,
    go: z.enum(['next', 'stay']).default('next'),
  })
  .transform((form, context) => {
    const reason = REASONS[form.reason];
    const refuse = (field: string, message: string): never => {
      context.addIssue({ code: 'custom', path: [field], message });
      return z.NEVER;
    };
    if (reason !== undefined && reason.outcome !== form.outcome)
      return refuse('reason', `That is a reason to ${reason.outcome}.`);
    const label = form.label === '' ? reason?.label : form.label;
    return label === undefined ? refuse('label', 'Choose a label.') : { ...form, label };
  });
