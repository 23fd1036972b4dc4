import { refuse, type Answer } from '../../answer.ts';
import type { SignedIn } from '../../asked.ts';
import { bulkPath } from './decide-bulk.ts';
import { commandOf, namedBulk } from './bulk-result.ts';

/** Takes back the decision on one of many cases, or on all of them, while their windows are open. */
export async function undoBulk(asked: SignedIn): Promise<Answer> {
  const bulk = namedBulk(asked);
  if (bulk === undefined) return refuse(404);
  const { user, at, house, form } = asked;
  const { case: one } = form;
  const { commandId } = bulk;
  const wanted = bulk.items.filter(
    ({ caseId, refusal }) => refusal === undefined && (one === undefined || one === caseId),
  );
  let undone = 0;
  for (const { caseId } of wanted) {
    const command = { caseId, by: user.userId, at, commandId: commandOf(commandId, caseId) };
    const answer = await house.cases.desk.act({ do: 'undo', ...command });
    if (answer.ok) undone += 1;
  }
  const notice =
    undone === 0
      ? 'Nothing was taken back: it is final, or was taken back before.'
      : `${undone} taken back. Nothing of them was sent.`;
  const all = bulk.items.filter(({ refusal }) => refusal === undefined).length;
  const decided = undone === all ? { decided: undefined } : {};
  return { redirect: bulkPath(commandId), session: { keep: { notice, ...decided } } };
}
