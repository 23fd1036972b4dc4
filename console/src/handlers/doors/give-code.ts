import type { User } from '@doubletake/scoring';
import { z } from 'zod';
import { audited } from '../../access/audited.ts';
import { beginSession } from '../../access/begin-session.ts';
import { recoveryCodeHash } from '../../access/recovery-codes.ts';
import { totpStep } from '../../access/second-factor.ts';
import { goTo, type Answer } from '../../answer.ts';
import type { Asked } from '../../asked.ts';
import { readForm, textField } from '../../form.ts';
import { codePage, owed } from './second-factor-form.ts';

const FORM = z.object({ code: textField });

/** The second factor: a code from the app, or one of the recovery codes. */
export async function giveCode(asked: Asked): Promise<Answer> {
  const { house } = asked;
  const owes = owed(asked);
  const user = owes && (await house.access.user(owes.userId));
  const read = readForm(FORM, asked.form);
  if (
    owes === undefined ||
    user === undefined ||
    user.disabledAt !== undefined ||
    !read.ok ||
    user.totpSecret === undefined
  )
    return goTo('/sign-in');
  const { userId } = user;

  const wait = await house.limits.tryCode(userId);
  if (wait !== undefined) {
    const problem = `Too many tries. Wait ${Math.ceil(wait / 60)} min, then try again.`;
    return { ...codePage(problem, 429), headers: { 'retry-after': String(wait) } };
  }
  const factor = await spent(asked, user, read.form.code);
  if (factor === undefined) {
    const details = { factor: 'code' };
    await audited(asked, { action: 'session.refuse', subject: `user:${userId}`, details });
    return codePage('This code does not work. Codes change every 30 seconds.', 422);
  }
  await house.limits.forgetCode(userId);
  if (factor === 'recovery')
    await audited(asked, {
      action: 'user.recovery_code',
      subject: `user:${userId}`,
      actor: userId,
      details: { left: user.recoveryCodes.length - 1 },
    });
  return beginSession(asked, user, owes.next);
}

/** What proved to be right; undefined when nothing did. */
async function spent(
  { house, at }: Asked,
  { userId, totpSecret }: User,
  code: string,
): Promise<'app' | 'recovery' | undefined> {
  if (totpSecret === undefined) return undefined;
  const step = await totpStep(totpSecret, code, at);
  if (step !== undefined)
    return (await house.access.spendTotpStep(userId, step)) ? 'app' : undefined;
  const isRecovery = await house.access.spendRecoveryCode(userId, recoveryCodeHash(code));
  return isRecovery ? 'recovery' : undefined;
}
