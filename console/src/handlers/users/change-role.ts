import { z } from 'zod';
import { audited } from '../../access/audited.ts';
import { goTo, refuse, type Answer } from '../../answer.ts';
import type { SignedIn } from '../../asked.ts';
import { readForm, roleField } from '../../form.ts';
import { mayGrant } from '../../permissions.ts';
import { managedUser } from './managed-user.ts';

const FORM = z.object({ role: roleField });

/** What nobody may do to the only administrator. */
export const LAST_ADMIN = 'There would be no administrator left. Make somebody else one first.';

/** Gives somebody another role; all their sessions end with the old one. */
export const changeRole: (asked: SignedIn) => Promise<Answer> = managedUser(async (asked, user) => {
  const { userId, name } = user;
  const read = readForm(FORM, asked.form);
  if (!read.ok) return refuse(422);
  const { role } = read.form;
  if (!mayGrant(asked.user.role, role))
    return refuse(403, 'You cannot give a role above your own.');
  const changed = await asked.house.access.changeUser(userId, { role });
  if (changed !== 'changed') return refuse(409, LAST_ADMIN);
  await audited(asked, { action: 'user.role', subject: `user:${userId}`, details: { role } });
  return goTo(`/users/${userId}`, `${name} is now ${role}.`);
});
