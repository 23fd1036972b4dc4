import { z } from 'zod';
import { refuse, type Answer } from '../../answer.ts';
import type { SignedIn } from '../../asked.ts';
import { readForm } from '../../form.ts';
import { leaseField, underLease } from './lease-field.ts';
import { onCase } from './on-case.ts';
import { escalateField } from './why-field.ts';

const FORM = z.object({ reason: escalateField, leaseToken: leaseField });

/** Asks for somebody with more say. */
export async function escalateCase(asked: SignedIn): Promise<Answer> {
  const read = readForm(FORM, asked.form);
  if (!read.ok) return refuse(422);
  const { reason, leaseToken } = read.form;
  const act = { do: 'escalate' as const, reason, ...underLease(leaseToken) };
  return onCase(asked, act, { notice: 'It is escalated.', to: '/queue' });
}
