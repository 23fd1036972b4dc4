import type { ReviewCase } from '@doubletake/scoring';
import { z } from 'zod';
import { refuse, type Answer } from '../../answer.ts';
import type { SignedIn } from '../../asked.ts';
import { readForm } from '../../form.ts';
import { reasonWords } from '../../show/reason.ts';
import { whyWords } from '../../show/why.ts';
import { caseView } from './case-page.ts';
import { conflict } from './conflict.ts';
import { casePath } from './on-case.ts';
import { conclusionField, noteField } from './decide-form.ts';
import { keepNote } from './keep-note.ts';
import { sendBackField } from './why-field.ts';

const SENT_BACK = 'send_back';

/** A second person's answer. Sending back says why. */
const FORM = z
  .object({
    commandId: conclusionField,
    verdict: z.enum(['approve', SENT_BACK], 'Choose: approve or send back.'),
    reason: sendBackField,
    note: noteField.default(''),
  })
  .refine(({ verdict, reason }) => verdict === 'approve' || reason !== '', {
    path: ['reason'],
    message: 'Say why it goes back.',
  });

type Approval = z.infer<typeof FORM>;

/** Lets a colleague's decision go on its way, or gives the case back to everybody. */
export async function approveCase(asked: SignedIn): Promise<Answer> {
  const read = readForm(FORM, asked.form);
  if (!read.ok) return caseView(asked, read.problems);
  const { form } = read;
  const { verdict, reason, note, commandId } = form;
  const { desk } = asked.house.cases;
  const on = {
    caseId: asked.params['caseId'] ?? '',
    by: asked.user.userId,
    at: asked.at,
    commandId,
  };
  const answer = await desk.act(
    verdict === 'approve' ? { do: 'approve', ...on } : { do: 'send_back', ...on, reason },
  );
  if (!answer.ok && answer.refusal === 'case_unknown') return refuse(404);
  if (!answer.ok)
    return conflict(asked, answer, [
      { name: 'Answer', value: reasonWords(verdict) },
      ...(reason === '' ? [] : [{ name: 'Reason', value: whyWords(reason) }]),
      ...(note === '' ? [] : [{ name: 'Note', value: note }]),
    ]);
  await keepNote(asked, on.caseId, note);
  return answered(form, answer.case);
}

function answered({ verdict, commandId }: Approval, held: ReviewCase): Answer {
  const { caseId, rewardId, conclusion } = held;
  const redirect = '/approvals';
  const until = conclusion?.finalAt;
  if (verdict === SENT_BACK || until === undefined)
    return {
      redirect,
      session: { keep: { notice: 'It is back in the queue, with your reason.' } },
    };
  const what = `Approved: ${conclusion?.outcome ?? ''} ${rewardId}`;
  const action = `${casePath(caseId)}/undo`;
  return { redirect, session: { keep: { decided: { action, commandId, what, until } } } };
}
