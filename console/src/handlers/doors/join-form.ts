import { digest } from '../../access/digest.ts';
import { page, refuse, type Answer } from '../../answer.ts';
import type { Asked } from '../../asked.ts';
import type { FormProblems } from '../../form.ts';

/** The page on which somebody who was invited chooses a password. */
export async function joinForm({ house, params, at }: Asked): Promise<Answer> {
  const { token = '' } = params;
  const user = await house.access.invited(digest(token), at);
  return user === undefined ? refuse(404, EXPIRED) : joinPage(token, user.name, {});
}

/** What a used or old link says. */
export const EXPIRED = 'This link was used, replaced or has expired. Ask for a new one.';

/** The page with what was wrong. */
export function joinPage(token: string, name: string, problems: FormProblems): Answer {
  const status = Object.keys(problems).length === 0 ? 200 : 422;
  return page('join', { title: 'Choose a password', token, name, problems }, status);
}
