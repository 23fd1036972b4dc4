import { z } from 'zod';
import { audited } from '../../access/audited.ts';
import { passwordProblem } from '../../access/password-problem.ts';
import { goTo, refuse, type Answer } from '../../answer.ts';
import type { SignedIn } from '../../asked.ts';
import { readForm, textField } from '../../form.ts';
import { mePage } from './me.ts';

const FORM = z.object({ current: textField, password: textField });

/** A new password, given the old one; all other sessions end. */
export async function changeOwnPassword(asked: SignedIn): Promise<Answer> {
  const { house, user, sessionId, ip } = asked;
  const { userId, name } = user;
  // Who comes by single sign-on has no password, and cannot get one that would outlive their account there.
  if (user.password === undefined) return refuse(403);
  const read = readForm(FORM, asked.form);
  if (!read.ok) return mePage(asked, read.problems);
  const { current, password } = read.form;
  const problem = passwordProblem(password, name);
  if (problem !== undefined) return mePage(asked, { password: problem });

  const wait = await house.limits.tryPassword({ ip, name });
  if (wait !== undefined) return mePage(asked, { current: 'Too many tries. Wait a little.' });
  if (!(await house.passwords.matches(current, user.password)))
    return mePage(asked, { current: 'This is not your password.' });
  await house.limits.forgetPassword({ ip, name });
  const change = { password: await house.passwords.hash(password) };
  await house.access.changeUser(userId, change, sessionId);
  await audited(asked, { action: 'user.password', subject: `user:${userId}` });
  return goTo('/me', 'Your password is changed. You are signed out everywhere else.');
}
