import { z } from 'zod';
import { refuse, type Answer } from '../../answer.ts';
import type { SignedIn } from '../../asked.ts';
import { readForm } from '../../form.ts';
import { onCase } from './on-case.ts';
import { takeOverField } from './why-field.ts';

const FORM = z.object({ reason: takeOverField });

/** Takes the case out of somebody else's hands. */
export async function takeOver(asked: SignedIn): Promise<Answer> {
  const read = readForm(FORM, asked.form);
  if (!read.ok) return refuse(422);
  return onCase(asked, { do: 'take_over', ...read.form }, { notice: 'You took it over.' });
}
