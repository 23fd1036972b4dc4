import { z } from 'zod';

/** Why a case is put aside: codes, as the desk keeps them. */
export const SKIP_REASONS = [
  'know_the_people',
  'not_my_language',
  'need_a_break',
  'other',
] as const;
export const ESCALATE_REASONS = ['ring_suspected', 'high_value', 'unclear_terms', 'other'] as const;
export const SNOOZE_REASONS = [
  'asked_customer',
  'awaits_order',
  'awaits_colleague',
  'other',
] as const;
/** Why a second person does not approve. */
export const SEND_BACK_REASONS = [
  'look_again',
  'evidence_missing',
  'wrong_reason',
  'other',
] as const;
/** Why a closed case is opened again. */
export const REOPEN_REASONS = ['customer_objects', 'new_evidence', 'was_wrong', 'other'] as const;
export const TAKE_OVER_REASONS = ['overdue', 'absent', 'other'] as const;

export const skipField: z.ZodType<string> = z.enum(SKIP_REASONS, 'Say why.');
export const escalateField: z.ZodType<string> = z.enum(ESCALATE_REASONS, 'Say why.');
export const snoozeField: z.ZodType<string> = z.enum(SNOOZE_REASONS, 'Say why.');
export const takeOverField: z.ZodType<string> = z.enum(TAKE_OVER_REASONS, 'Say why.');
export const reopenField: z.ZodType<string> = z.enum(REOPEN_REASONS, 'Say why.');
/** Empty where it is approved. */
export const sendBackField: z.ZodType<string> = z.enum([...SEND_BACK_REASONS, '']).default('');
