import type { Label } from '@doubletake/scoring';
import { z } from 'zod';
import { exceptionReasonField, exceptionUntilField } from './exception-field.ts';

export const LABELS = ['fraud', 'honest', 'policy', 'unsure'] as const;

/** What a reason says by itself about the pair; with any other reason the label must be chosen. */
const LABEL_OF: Readonly<Record<string, Label>> = {
  REVIEWED_GENUINE: 'honest',
  REVIEWED_SAME_PERSON: 'fraud',
  REVIEWED_COLLUSION: 'fraud',
  REVIEWED_AGAINST_TERMS: 'policy',
  REVIEWED_UNPROVEN: 'unsure',
};

/** Reasons that people conclude by, in the order they are offered. */
export const PERSONS_REASONS: readonly string[] = Object.keys(LABEL_OF);

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

/** The decision form. An empty label means what the reason says. */
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
    const label = form.label === '' ? LABEL_OF[form.reason] : form.label;
    if (label !== undefined) return { ...form, label };
    context.addIssue({ code: 'custom', path: ['label'], message: 'Choose a label.' });
    return z.NEVER;
  });
