import { z } from 'zod';
import { goTo, refuse, type Answer } from '../../answer.ts';
import type { SignedIn } from '../../asked.ts';
import { readForm } from '../../form.ts';
import { isNoteRefused } from '../../note-refused.ts';
import { accountHref } from '../../show/account-link.ts';
import { commandField, noteField } from '../cases/decide-form.ts';

const FORM = z.object({ noteId: commandField, text: noteField.min(1) });

/** Keeps words with an account; the same note by its author again is an edit. */
export async function addAccountNote(asked: SignedIn): Promise<Answer> {
  const { house, params, form, user, at } = asked;
  const read = readForm(FORM, form);
  if (!read.ok) return refuse(422, 'Write something first, up to 4000 characters.');
  const accountId = await house.accounts.overviews.find(params['accountId'] ?? '');
  if (accountId === undefined) return refuse(404);
  const { noteId, text } = read.form;
  const subject = { kind: 'account', id: accountId } as const;
  try {
    await house.cases.desk.note({ noteId, subject, by: user.userId, at, text });
  } catch (error) {
    if (!isNoteRefused(error)) throw error;
    return refuse(409, 'That note is somebody else’s: write one of your own.');
  }
  return goTo(`${accountHref(accountId)}#notes`, 'Noted.');
}
