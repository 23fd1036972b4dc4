import { goTo, page, type Answer } from '../../answer.ts';
import type { Asked } from '../../asked.ts';

/** The page that asks for the second factor. */
export function secondFactorForm(asked: Asked): Answer {
  return owed(asked) === undefined ? goTo('/sign-in') : codePage(undefined);
}

/** Who gave the right password in this session a moment ago. */
export function owed({ session, at }: Asked): Asked['session']['owes'] {
  return session.owes !== undefined && at < session.owes.until ? session.owes : undefined;
}

/** The page with what was wrong. */
export function codePage(problem: string | undefined, status?: number): Answer {
  return page('code', { title: 'One more step', problem }, status);
}
