import { z } from 'zod';
import { audited } from '../../access/audited.ts';
import { beginSession } from '../../access/begin-session.ts';
import { digest } from '../../access/digest.ts';
import { newUser } from '../../access/new-user.ts';
import { passwordProblem } from '../../access/password-problem.ts';
import { refuse, type Answer } from '../../answer.ts';
import type { Asked } from '../../asked.ts';
import { nameField, readForm, textField } from '../../form.ts';
import { setUpPage } from './set-up-form.ts';

const FORM = z.object({ name: nameField, password: textField });

/** Makes the first administrator, once. */
export async function setUp(asked: Asked): Promise<Answer> {
  const { house, params, at } = asked;
  const { token = '' } = params;
  const tokenHash = digest(token);
  if (!(await house.access.setUpOpen(tokenHash, at))) return refuse(404);
  const read = readForm(FORM, asked.form);
  if (!read.ok) return setUpPage(token, textOf(asked.form['name']), read.problems);
  const { name, password } = read.form;
  const problem = passwordProblem(password, name);
  if (problem !== undefined) return setUpPage(token, name, { password: problem });

  const user = {
    ...newUser(asked, { name, role: 'admin' as const }),
    password: await house.passwords.hash(password),
  };
  if (!(await house.access.setUp(tokenHash, user))) return refuse(404);
  const subject = `user:${user.userId}`;
  await audited(asked, { action: 'console.set_up', subject, actor: user.userId });
  return beginSession(asked, user, '/');
}

const textOf = (value: unknown): string => (typeof value === 'string' ? value : '');
