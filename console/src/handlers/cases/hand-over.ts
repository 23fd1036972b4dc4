import { z } from 'zod';
import { refuse, type Answer } from '../../answer.ts';
import type { SignedIn } from '../../asked.ts';
import { readForm } from '../../form.ts';
import { may } from '../../permissions.ts';
import { leaseField, underLease } from './lease-field.ts';
import { onCase } from './on-case.ts';

const FORM = z.object({ to: z.string().min(1), leaseToken: leaseField });

/** Gives the case to a colleague who may decide it. */
export async function handOver(asked: SignedIn): Promise<Answer> {
  const read = readForm(FORM, asked.form);
  if (!read.ok) return refuse(422);
  const { to, leaseToken } = read.form;
  const colleague = await asked.house.access.user(to);
  const able =
    colleague?.disabledAt === undefined && colleague && may(colleague.role, 'cases.decide');
  if (!able) return refuse(422, 'That colleague cannot decide cases.');
  const act = { do: 'hand_over' as const, to, ...underLease(leaseToken) };
  return onCase(asked, act, { notice: `${colleague.name} gets it next.`, to: '/queue' });
}
