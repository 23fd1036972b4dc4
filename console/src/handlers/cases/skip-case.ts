import { z } from 'zod';
import { refuse, type Answer } from '../../answer.ts';
import type { SignedIn } from '../../asked.ts';
import { readForm } from '../../form.ts';
import { leaseField, underLease } from './lease-field.ts';
import { onCase } from './on-case.ts';
import { skipField } from './why-field.ts';

const FORM = z.object({ reason: skipField, leaseToken: leaseField });

/** Passes the case on to the others; it comes back to this person after everything else. */
export async function skipCase(asked: SignedIn): Promise<Answer> {
  const read = readForm(FORM, asked.form);
  if (!read.ok) return refuse(422);
  const { reason, leaseToken } = read.form;
  const act = { do: 'skip' as const, reason, ...underLease(leaseToken) };
  return onCase(asked, act, { notice: 'You skipped it; others will get it first.', to: '/queue' });
}
