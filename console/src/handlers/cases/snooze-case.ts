import { DAY, LONGEST_SNOOZE } from '@doubletake/scoring';
import { z } from 'zod';
import { refuse, type Answer } from '../../answer.ts';
import type { SignedIn } from '../../asked.ts';
import { readForm } from '../../form.ts';
import { leaseField, underLease } from './lease-field.ts';
import { onCase } from './on-case.ts';
import { snoozeField } from './why-field.ts';

const FORM = z.object({
  reason: snoozeField,
  days: z.coerce
    .number()
    .int()
    .min(1)
    .max(LONGEST_SNOOZE / DAY),
  leaseToken: leaseField,
});

/** Lays the case aside for some days; its clock stands still. */
export async function snoozeCase(asked: SignedIn): Promise<Answer> {
  const read = readForm(FORM, asked.form);
  if (!read.ok) return refuse(422);
  const { reason, days, leaseToken } = read.form;
  const until = asked.at + days * DAY;
  const act = { do: 'snooze' as const, reason, until, ...underLease(leaseToken) };
  return onCase(asked, act, { notice: 'It comes back when its time is over.', to: '/queue' });
}
