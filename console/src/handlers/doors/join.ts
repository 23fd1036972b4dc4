import { z } from 'zod';
import { audited } from '../../access/audited.ts';
import { digest } from '../../access/digest.ts';
import { passwordProblem } from '../../access/password-problem.ts';
import { goTo, refuse, type Answer } from '../../answer.ts';
import type { Asked } from '../../asked.ts';
import { readForm, textField } from '../../form.ts';
import { EXPIRED, joinPage } from './join-form.ts';

const FORM = z.object({ password: textField });

/** Sets the password of whom the link invites, once. A second factor they have stays: they sign in with both. */
export async function join(asked: Asked): Promise<Answer> {
  const { house, params, at } = asked;
  const { token = '' } = params;
  const tokenHash = digest(token);
  const invited = await house.access.invited(tokenHash, at);
  if (invited === undefined) return refuse(404, EXPIRED);
  const read = readForm(FORM, asked.form);
  if (!read.ok) return joinPage(token, invited.name, read.problems);
  const problem = passwordProblem(read.form.password, invited.name);
  if (problem !== undefined) return joinPage(token, invited.name, { password: problem });

  const password = await house.passwords.hash(read.form.password);
  const user = await house.access.acceptInvitation(tokenHash, password, at);
  if (user === undefined) return refuse(404, EXPIRED);
  const subject = `user:${user.userId}`;
  await audited(asked, { action: 'user.join', subject, actor: user.userId });
  return goTo('/sign-in');
}
