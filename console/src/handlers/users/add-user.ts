import { z } from 'zod';
import { audited } from '../../access/audited.ts';
import { newUser } from '../../access/new-user.ts';
import { refuse, type Answer } from '../../answer.ts';
import type { SignedIn } from '../../asked.ts';
import { nameField, readForm, roleField } from '../../form.ts';
import { mayGrant } from '../../permissions.ts';
import { invitation } from './invite-user.ts';
import { usersPage } from './users.ts';

const FORM = z.object({ name: nameField, role: roleField });

/** Adds somebody, who chooses a password by a link that is shown once. */
export async function addUser(asked: SignedIn): Promise<Answer> {
  const { house, user: own } = asked;
  const read = readForm(FORM, asked.form);
  if (!read.ok) {
    const { name } = asked.form;
    const typed = typeof name === 'string' ? name : '';
    return usersPage(asked, { name: typed, role: 'analyst', problems: read.problems });
  }
  const { name, role } = read.form;
  if (!mayGrant(own.role, role)) return refuse(403, 'You cannot give a role above your own.');
  const user = newUser(asked, { name, role });
  if (!(await house.access.addUser(user)))
    return usersPage(asked, { name, role, problems: { name: 'This name is taken.' } });
  await audited(asked, { action: 'user.add', subject: `user:${user.userId}`, details: { role } });
  return invitation(asked, user);
}
