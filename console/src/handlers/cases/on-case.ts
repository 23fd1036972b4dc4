import type { CaseCommand } from '@doubletake/scoring';
import { goTo, refuse, type Answer } from '../../answer.ts';
import type { SignedIn } from '../../asked.ts';
import { conflict } from './conflict.ts';

type Without<Command, Keys extends PropertyKey> = Command extends unknown
  ? Omit<Command, Keys>
  : never;

/** A command without what every request says: which case, who, when. */
export type CaseAct = Without<CaseCommand, 'caseId' | 'by' | 'at'>;

/** Where it leads, and what is said there. Default: the case itself. */
export interface Done {
  readonly notice: string;
  readonly to?: string;
}

/** Does one thing to the case of the address, or says why not. */
export async function onCase(asked: SignedIn, act: CaseAct, done: Done): Promise<Answer> {
  const { house, user, at } = asked;
  const caseId = asked.params['caseId'] ?? '';
  const answer = await house.cases.desk.act({ ...act, caseId, by: user.userId, at });
  if (answer.ok) return goTo(done.to ?? casePath(caseId), done.notice);
  if (answer.refusal === 'case_unknown') return refuse(404);
  return conflict(asked, answer, []);
}

/** Where a case is. */
export function casePath(caseId: string): string {
  return `/cases/${encodeURIComponent(caseId)}`;
}
