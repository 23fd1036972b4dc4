import { digest } from '../../access/digest.ts';
import { page, refuse, type Answer } from '../../answer.ts';
import type { Asked } from '../../asked.ts';
import type { FormProblems } from '../../form.ts';

/** The page that makes the first administrator; gone as soon as there is one. */
export async function setUpForm(asked: Asked): Promise<Answer> {
  const { house, params, at } = asked;
  const { token = '' } = params;
  const open = await house.access.setUpOpen(digest(token), at);
  return open ? setUpPage(token, '', {}) : refuse(404);
}

/** The page with what was typed and what was wrong with it. */
export function setUpPage(token: string, name: string, problems: FormProblems): Answer {
  const status = Object.keys(problems).length === 0 ? 200 : 422;
  return page('set-up', { title: 'Set up Doubletake', token, name, problems }, status);
}
