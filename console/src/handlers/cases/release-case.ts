import { z } from 'zod';
import { refuse, type Answer } from '../../answer.ts';
import type { SignedIn } from '../../asked.ts';
import { readForm } from '../../form.ts';
import { onCase } from './on-case.ts';

const FORM = z.object({ leaseToken: z.coerce.number().int().min(1) });

/** Puts the case back for everybody. */
export async function releaseCase(asked: SignedIn): Promise<Answer> {
  const read = readForm(FORM, asked.form);
  if (!read.ok) return refuse(422);
  const { leaseToken } = read.form;
  return onCase(
    asked,
    { do: 'release', leaseToken },
    { notice: 'It is back in the queue.', to: '/queue' },
  );
}
