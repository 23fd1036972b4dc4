import { z } from 'zod';
import { audited } from '../../access/audited.ts';
import { recoveryCodeHash, recoveryCodes } from '../../access/recovery-codes.ts';
import { totpStep } from '../../access/second-factor.ts';
import { goTo, page, type Answer } from '../../answer.ts';
import type { SignedIn } from '../../asked.ts';
import { readForm, textField } from '../../form.ts';
import { enrolPage } from './enrol-second-factor.ts';

const FORM = z.object({ code: textField, current: textField });

/** A first code proves that the app has the secret; recovery codes are shown, this once. */
export async function confirmSecondFactor(asked: SignedIn): Promise<Answer> {
  const { house, user, session, at, sessionId } = asked;
  const { userId } = user;
  const { enrolling } = session;
  const read = readForm(FORM, asked.form);
  if (enrolling === undefined || !read.ok) return goTo('/me/second-factor');
  const wait = await house.limits.tryCode(userId);
  if (wait !== undefined) return enrolPage(asked, enrolling, 'Too many tries. Wait a little.');
  // A browser left open must not be enough to exchange somebody's second factor.
  const owner =
    user.password === undefined ||
    (await house.passwords.matches(read.form.current, user.password));
  if (!owner) return enrolPage(asked, enrolling, 'This is not your password.');
  const step = await totpStep(enrolling, read.form.code, at);
  if (step === undefined)
    return enrolPage(asked, enrolling, 'This code does not work. Try the next.');

  const codes = recoveryCodes(house.random);
  const change = { totpSecret: enrolling, recoveryCodes: codes.map(recoveryCodeHash) };
  await house.access.changeUser(userId, change, sessionId);
  await house.access.spendTotpStep(userId, step);
  await house.limits.forgetCode(userId);
  await audited(asked, { action: 'user.second_factor', subject: `user:${userId}` });
  return {
    ...page('recovery-codes', { title: 'Recovery codes', codes }),
    session: { keep: { enrolling: undefined } },
  };
}
