import type { BulkAnswer } from '@doubletake/scoring';
import type { Answer } from '../../answer.ts';
import type { SignedIn } from '../../asked.ts';
import { decideMany } from '../../decide-many.ts';
import { readForm } from '../../form.ts';
import { DECIDE_FORM, reasonProblem, type Decided } from '../cases/decide-form.ts';
import { readSeen } from '../../case-seen.ts';
import { bulkView, isConfirmed } from './bulk-page.ts';
import { selectedCases } from './selection.ts';

/** Results that a session has at hand: of each at most a hundred ids. */
const KEPT = 5;

/** Decides each of the ticked cases for itself, all with one reason, and shows what became of each. */
export async function decideBulk(asked: SignedIn): Promise<Answer> {
  const caseIds = selectedCases(asked);
  const read = readForm(DECIDE_FORM, asked.form);
  if (caseIds.length === 0) return bulkView(asked, caseIds, {});
  if (!read.ok) return bulkView(asked, caseIds, read.problems);
  if (!isConfirmed(asked, caseIds.length))
    return bulkView(asked, caseIds, { count: 'Type their number, so that it is no slip.' });
  const { user, at, house } = asked;
  const { commandId, outcome, reason, label, note } = read.form;
  const answer = await decideMany(house.cases.engine, {
    caseIds,
    shown: readSeen(asked.form),
    commandId,
    by: user.userId,
    at,
    outcome,
    reason,
    ...(label === undefined ? {} : { label }),
    scoreVisible: true,
    ...(note === '' ? {} : { note }),
  });
  const [first] = answer.items;
  const problems = first && !first.answer.ok && reasonProblem(first.answer.refusal);
  if (problems) return bulkView(asked, caseIds, problems);
  return { redirect: bulkPath(commandId), session: { keep: remembered(asked, read.form, answer) } };
}

/** Where the answer to many at once is. */
export function bulkPath(commandId: string): string {
  return `/bulk/${encodeURIComponent(commandId)}`;
}

function remembered({ session }: SignedIn, { commandId, outcome }: Decided, { items }: BulkAnswer) {
  const done = items.flatMap(({ answer }) => (answer.ok ? [answer.case] : []));
  const verb = outcome === 'release' ? 'Released' : 'Blocked';
  const what = `${verb} ${done.length} of ${items.length} cases`;
  const ends = done.flatMap(({ conclusion }) => conclusion?.finalAt ?? []);
  const decided = { action: `${bulkPath(commandId)}/undo`, commandId, what };
  const bulk = {
    commandId,
    what,
    items: items.map(({ caseId, answer }) =>
      answer.ok ? { caseId } : { caseId, refusal: answer.refusal },
    ),
  };
  const others = (session.bulks ?? []).filter((each) => each.commandId !== commandId);
  return {
    bulks: [bulk, ...others].slice(0, KEPT),
    decided: ends.length === 0 ? undefined : { ...decided, until: Math.max(...ends) },
  };
}
