import { REVEAL_FORM, reveal } from '../../access/reveals.ts';
import { refuse, type Answer } from '../../answer.ts';
import type { SignedIn } from '../../asked.ts';
import { readForm } from '../../form.ts';
import { casePath } from './on-case.ts';

/** Shows the values of both sides of a case in the clear for a while. */
export async function revealPair(asked: SignedIn): Promise<Answer> {
  const read = readForm(REVEAL_FORM, asked.form);
  if (!read.ok) return refuse(422, 'Say what to reveal, and why.');
  const held = await asked.house.cases.desk.find(asked.params['caseId'] ?? '');
  if (held === undefined) return refuse(404);
  const { caseId, referrerId, refereeId } = held;
  const sides = [referrerId, refereeId].filter((id) => id !== undefined);
  if (sides.length === 0) return refuse(404);
  return reveal(asked, {
    ...read.form,
    accountIds: [...new Set(sides)],
    caseId,
    back: `${casePath(caseId)}#pair-card`,
  });
}
