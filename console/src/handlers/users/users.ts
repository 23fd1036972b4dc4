import type { Role } from '@doubletake/scoring';
import { page, type Answer } from '../../answer.ts';
import type { SignedIn } from '../../asked.ts';
import type { FormProblems } from '../../form.ts';
import { may } from '../../permissions.ts';
import { administrationTabs } from '../../show/administration.ts';
import { grantableRoles } from '../../show/roles.ts';
import { shownUser } from '../../show/user.ts';

/** Everybody, and a form for one more. */
export function users(asked: SignedIn): Promise<Answer> {
  return usersPage(asked, { name: '', role: 'analyst', problems: {} });
}

interface Typed {
  readonly name: string;
  readonly role: Role;
  readonly problems: FormProblems;
}

/** The page with what was typed and what was wrong with it. */
export async function usersPage({ house, user }: SignedIn, typed: Typed): Promise<Answer> {
  const everybody = await house.access.users();
  const model = {
    title: 'Users',
    tabs: administrationTabs(user.role, '/users'),
    users: everybody.map((each) => shownUser(each, user.settings.zone)),
    roles: grantableRoles(user.role),
    mayAdd: may(user.role, 'users.invite'),
    ...typed,
  };
  return page('users', model, Object.keys(typed.problems).length === 0 ? 200 : 422);
}
