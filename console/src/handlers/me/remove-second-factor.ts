import { z } from 'zod';
import { audited } from '../../access/audited.ts';
import { goTo, refuse, type Answer } from '../../answer.ts';
import type { SignedIn } from '../../asked.ts';
import { readForm, textField } from '../../form.ts';
import { mePage } from './me.ts';

const FORM = z.object({ current: textField });

/** Goes back to the password alone, where that is allowed. */
export async function removeSecondFactor(asked: SignedIn): Promise<Answer> {
  const { house, user, sessionId, ip } = asked;
  const { userId, name } = user;
  if (house.secondFactor === 'required') return refuse(403);
  const read = readForm(FORM, asked.form);
  const wait = await house.limits.tryPassword({ ip, name });
  if (!read.ok || wait !== undefined)
    return mePage(asked, { factor: 'Too many tries. Wait a little.' });
  if (!(await house.passwords.matches(read.form.current, user.password)))
    return mePage(asked, { factor: 'This is not your password.' });
  await house.limits.forgetPassword({ ip, name });
  await house.access.changeUser(userId, { totpSecret: null, recoveryCodes: [] }, sessionId);
  await audited(asked, { action: 'user.second_factor_removed', subject: `user:${userId}` });
  return goTo('/me', 'Your second factor is gone. You are signed out everywhere else.');
}
