import { z } from 'zod';
import { refuse, type Answer } from '../../answer.ts';
import type { SignedIn } from '../../asked.ts';
import { readForm } from '../../form.ts';
import { conclusionField } from './decide-form.ts';
import { onCase } from './on-case.ts';

const FORM = z.object({ commandId: conclusionField });

/** Takes back what one decided, while its window is open. */
export async function undoDecision(asked: SignedIn): Promise<Answer> {
  const read = readForm(FORM, asked.form);
  if (!read.ok) return refuse(422);
  const done = { notice: 'Taken back. Nothing was sent.' };
  const answer = await onCase(asked, { do: 'undo', ...read.form }, done);
  const { notice } = done;
  return 'redirect' in answer
    ? { ...answer, session: { keep: { notice, decided: undefined } } }
    : answer;
}
