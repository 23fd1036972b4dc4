import { z } from 'zod';
import { goTo, refuse, type Answer } from '../../answer.ts';
import type { SignedIn } from '../../asked.ts';
import { readForm } from '../../form.ts';
import { whyWords } from '../../show/why.ts';
import { conflict } from './conflict.ts';
import { noteField } from './decide-form.ts';
import { keepNote } from './keep-note.ts';
import { casePath } from './on-case.ts';
import { reopenField } from './why-field.ts';

const FORM = z.object({ reason: reopenField, note: noteField.default('') });

/** Opens a closed case again, for everybody; its promise of an answer begins anew. */
export async function reopenCase(asked: SignedIn): Promise<Answer> {
  const read = readForm(FORM, asked.form);
  if (!read.ok) return refuse(422);
  const { reason, note } = read.form;
  const { house, params, user, at } = asked;
  const caseId = params['caseId'] ?? '';
  const answer = await house.cases.desk.act({ do: 'reopen', caseId, by: user.userId, at, reason });
  if (!answer.ok && answer.refusal === 'case_unknown') return refuse(404);
  if (!answer.ok)
    return conflict(asked, answer, [
      { name: 'Reason', value: whyWords(reason) },
      ...(note === '' ? [] : [{ name: 'Note', value: note }]),
    ]);
  await keepNote(asked, caseId, note);
  return goTo(casePath(caseId), 'It is open again.');
}
