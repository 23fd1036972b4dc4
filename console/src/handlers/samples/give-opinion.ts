import { LABELS } from '@doubletake/scoring';
import { z } from 'zod';
import { goTo, refuse, type Answer } from '../../answer.ts';
import type { SignedIn } from '../../asked.ts';
import { readForm } from '../../form.ts';
import { commandField, noteField } from '../cases/decide-form.ts';
import { sampleView } from './sample-page.ts';
import { sampledCase } from './sampled-case.ts';

const FORM = z.object({
  commandId: commandField,
  label: z.enum(LABELS, 'Choose what it was.'),
  note: noteField.default(''),
});

/** Keeps a second look: a label given without having seen the score. It decides nothing. */
export async function giveOpinion(asked: SignedIn): Promise<Answer> {
  const read = readForm(FORM, asked.form);
  if (!read.ok) return sampleView(asked, read.problems);
  const sampled = await sampledCase(asked);
  if (sampled === undefined) return refuse(404);
  const { caseId } = sampled.held;
  const there = `/samples/${encodeURIComponent(caseId)}`;
  if (sampled.own)
    return refuse(409, 'You decided this case: somebody else takes the second look.');
  if (sampled.look !== undefined) return goTo(there, 'You had looked at it already; that stands.');
  const { desk } = asked.house.cases;
  const { commandId, label, note } = read.form;
  const on = { caseId, by: asked.user.userId, at: asked.at };
  const answer = await desk.act({ do: 'opine', ...on, commandId, label, scoreVisible: false });
  if (!answer.ok) return refuse(409);
  const subject = { kind: 'case', id: caseId } as const;
  if (note !== '')
    await desk.note({ noteId: commandId, subject, by: on.by, at: on.at, text: note });
  return goTo(there, 'Kept. This is what the first person made of it.');
}
