import { z } from 'zod';
import { audited } from '../../access/audited.ts';
import { beginSession } from '../../access/begin-session.ts';
import { safePath } from '../../access/safe-path.ts';
import { refuse, type Answer } from '../../answer.ts';
import type { Asked } from '../../asked.ts';
import { readForm, textField } from '../../form.ts';
import { signInPage } from './sign-in-form.ts';

const FORM = z.object({ name: textField, password: textField, next: textField });
const MINUTES = 60_000;
/** One text for every reason, so that nobody learns which names exist. */
const WRONG = 'Name and password do not match.';

/** Name and password; then the second factor, where there is one. */
export async function signIn(asked: Asked): Promise<Answer> {
  const { house, ip, at } = asked;
  if (house.singleSignOn?.only === true) return refuse(404);
  const read = readForm(FORM, asked.form);
  if (!read.ok) return signInPage(asked, { next: '/', problem: WRONG, status: 422 });
  const { name, password } = read.form;
  const next = safePath(read.form.next);

  const wait = await house.limits.tryPassword({ ip, name });
  if (wait !== undefined) {
    const problem = `Too many tries. Wait ${Math.ceil(wait / 60)} min, then try again.`;
    house.log('session.limited', { ip });
    const limited = signInPage(asked, { next, name, problem, status: 429 });
    return { ...limited, headers: { 'retry-after': String(wait) } };
  }

  const user = await house.access.userNamed(name);
  const matches = await house.passwords.matches(password, user?.password);
  if (user === undefined || !matches || user.disabledAt !== undefined) {
    house.log('session.refused', { ip, userId: user?.userId });
    const subject = user === undefined ? 'user:unknown' : `user:${user.userId}`;
    await audited(asked, { action: 'session.refuse', subject, details: { factor: 'password' } });
    return signInPage(asked, { next, name, problem: WRONG, status: 422 });
  }
  await house.limits.forgetPassword({ ip, name });

  if (user.totpSecret === undefined) return beginSession(asked, user, next);
  const owes = { userId: user.userId, next, until: at + 10 * MINUTES };
  return { redirect: '/sign-in/code', session: { begin: { owes, beganAt: at } } };
}
