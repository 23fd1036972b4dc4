import type { CaseAnswer } from '@doubletake/scoring';
import { refuse, type Answer } from '../../answer.ts';
import type { SignedIn } from '../../asked.ts';
import { readForm } from '../../form.ts';
import { AS_THE_REASON_SAYS } from '../../show/decide-form.ts';
import { reasonWords } from '../../show/reason.ts';
import { caseView } from './case-page.ts';
import { nextCase } from './claim-next.ts';
import { conflict } from './conflict.ts';
import { DECIDE_FORM, reasonProblem, type Decided } from './decide-form.ts';
import { readException } from './exception-field.ts';
import { underLease } from './lease-field.ts';
import { casePath } from './on-case.ts';
import { readSeen } from '../../case-seen.ts';

/** Concludes the case. It can be taken back for some seconds, and only then leaves the house. */
export async function decideCase(asked: SignedIn): Promise<Answer> {
  const read = readForm(DECIDE_FORM, asked.form);
  if (!read.ok) return caseView(asked, read.problems);
  const { form } = read;
  const exception = readException(form, asked.at);
  if ('problems' in exception) return caseView(asked, exception.problems);
  const review = { ...reviewOf(asked, form), ...exception };
  const answer = await asked.house.cases.engine.decide(review);
  if (answer.ok) return decided(asked, form, answer);
  if (answer.refusal === 'case_unknown') return refuse(404);
  const problems = reasonProblem(answer.refusal);
  if (problems !== undefined) return caseView(asked, problems);
  return conflict(asked, answer, [
    { name: 'Decision', value: form.outcome },
    { name: 'Reason', value: reasonWords(form.reason) },
    { name: 'Label', value: form.label ?? AS_THE_REASON_SAYS },
    ...(form.note === '' ? [] : [{ name: 'Note', value: form.note }]),
  ]);
}

function reviewOf({ params, user, at, form: sent }: SignedIn, form: Decided) {
  const { commandId, outcome, reason, label, note, leaseToken } = form;
  const { caseId = '' } = params;
  const seen = readSeen(sent).get(caseId);
  return {
    caseId,
    ...(seen === undefined ? {} : { seen }),
    by: user.userId,
    at,
    commandId,
    outcome,
    reason,
    ...(label === undefined ? {} : { label }),
    scoreVisible: true,
    ...(note === '' ? {} : { note }),
    ...underLease(leaseToken ? Number(leaseToken) : undefined),
  };
}

async function decided(
  asked: SignedIn,
  { commandId, outcome, go }: Decided,
  { case: held }: Extract<CaseAnswer, { readonly ok: true }>,
): Promise<Answer> {
  const { caseId, rewardId, conclusion } = held;
  const until = conclusion?.finalAt;
  const { to, notice } = go === 'next' ? await nextCase(asked) : { to: casePath(caseId) };
  if (until === undefined)
    return { redirect: to, session: { keep: { notice: 'It waits for a second person now.' } } };
  const what = `${outcome === 'release' ? 'Released' : 'Blocked'} ${rewardId}`;
  return {
    redirect: to,
    session: {
      keep: { notice, decided: { action: `${casePath(caseId)}/undo`, commandId, what, until } },
    },
  };
}
