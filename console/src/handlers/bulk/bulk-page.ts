import { reviewReasons, type BulkAnswer } from '@doubletake/scoring';
import { goTo, page, type Answer } from '../../answer.ts';
import type { SignedIn } from '../../asked.ts';
import { decideMany } from '../../decide-many.ts';
import type { FormProblems } from '../../form.ts';
import { answerWords, apart, bulkItem, outlook } from '../../show/bulk-item.ts';
import { shownVerdictForm } from '../../show/decide-form.ts';
import { shownMoney } from '../../show/money.ts';
import { shownScore } from '../../show/score.ts';
import { seenField } from '../../case-seen.ts';
import { linkedCases, selectedCases } from './selection.ts';

/** More than so many, and their number must be typed. */
const FEW = 20;

/** What deciding the ticked cases would come to, with the form that does it. */
export function bulkPage(asked: SignedIn): Promise<Answer> {
  return bulkView(asked, selectedCases(asked), {});
}

/** The same for a case and all that is linked to it. */
export async function linkedPage(asked: SignedIn): Promise<Answer> {
  return bulkView(asked, await linkedCases(asked, asked.query['linked'] ?? ''), {});
}

/** The page with what was wrong with its form. */
export async function bulkView(
  asked: SignedIn,
  caseIds: readonly string[],
  problems: FormProblems,
): Promise<Answer> {
  if (caseIds.length === 0) return goTo('/queue', 'Nothing is selected that waits for a decision.');
  const decide = shownVerdictForm(asked, problems);
  const { items, sums } = await decideMany(asked.house.cases.engine, {
    ...tried(asked, decide.typed.outcome),
    caseIds,
    commandId: decide.commandId,
    preview: true,
  });
  const { open, gone } = apart(items);
  if (open.length === 0)
    return goTo(
      '/queue',
      `Nothing is selected that waits for a decision: ${leftOut(items, gone)}.`,
    );
  const answers = open.map(({ answer }) => answerWords(answer, 'would be'));
  const model = {
    title: open.length === 1 ? 'Decide 1 case' : `Decide ${open.length} cases at once`,
    items: open.map(({ caseId, answer }) => ({
      ...bulkItem(caseId, answer.case),
      seen: answer.case && seenField(answer.case),
      score: answer.case && shownScore(answer.case.score),
      answer: answerWords(answer, 'would be'),
    })),
    gone: gone.length === 0 ? undefined : { title: leftOut(items, gone), cases: gone },
    outlook: outlook(answers),
    sums: sums.map(shownMoney),
    decide,
    confirm: confirmation(asked, open.length),
  };
  return page('bulk', model, Object.keys(problems).length === 0 ? 200 : 422);
}

/** Of those selected, how many are out of it. */
const leftOut = ({ length: all }: BulkAnswer['items'], { length: out }: readonly unknown[]) =>
  `${out} of your ${all} ${out === 1 ? 'is' : 'are'} unknown or not open any more`;

/** Whether the number was typed, where the cases are too many to be decided by a slip. */
export function isConfirmed({ form }: SignedIn, count: number): boolean {
  const { count: typed } = form;
  return count <= FEW || (typeof typed === 'string' && typed.trim() === String(count));
}

function confirmation({ form }: SignedIn, count: number) {
  const { count: typed } = form;
  if (count <= FEW) return undefined;
  return { count: String(count), typed: typeof typed === 'string' ? typed : '' };
}

/**
 * A decision to try the cases with: what was chosen, or a block while nothing is, by any reason for it. What stands in
 * its way is the same.
 */
function tried({ user, at, house }: SignedIn, typed: string) {
  const outcome = typed === 'release' ? 'release' : 'block';
  const reasons = reviewReasons(house.cases.policy.reasons);
  const reason = reasons.find((each) => each.outcome === outcome)?.code ?? '';
  return { by: user.userId, at, outcome, reason, scoreVisible: true } as const;
}
