import { z } from 'zod';
import { goTo, refuse, type Answer } from '../../answer.ts';
import type { SignedIn } from '../../asked.ts';
import { readForm } from '../../form.ts';
import { isNoteRefused } from '../../note-refused.ts';
import { casePath } from './on-case.ts';
import { commandField, noteField } from './decide-form.ts';

const FORM = z.object({ commandId: commandField, note: noteField.min(1) });

/** Keeps words for colleagues with the case. */
export async function addNote({ house, params, form, user, at }: SignedIn): Promise<Answer> {
  const read = readForm(FORM, form);
  if (!read.ok) return refuse(422, 'Write something first, up to 4000 characters.');
  const held = await house.cases.desk.find(params['caseId'] ?? '');
  if (held === undefined) return refuse(404);
  const { commandId, note: text } = read.form;
  const subject = { kind: 'case', id: held.caseId } as const;
  try {
    await house.cases.desk.note({ noteId: commandId, subject, by: user.userId, at, text });
  } catch (error) {
    if (!isNoteRefused(error)) throw error;
    return refuse(409, 'This form was sent before: write on the case’s own page.');
  }
  return goTo(casePath(held.caseId), 'Noted.');
}
