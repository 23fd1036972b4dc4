import { page, refuse, type Answer } from '../../answer.ts';
import type { SignedIn } from '../../asked.ts';
import { may, mayGrant } from '../../permissions.ts';
import { administrationTabs } from '../../show/administration.ts';
import { grantableRoles } from '../../show/roles.ts';
import { shownSessions } from '../../show/session.ts';
import { shownUser } from '../../show/user.ts';

/** One user: role, state, where they are signed in. */
export async function userPage(asked: SignedIn): Promise<Answer> {
  const { house, user: own, params, at, sessionId } = asked;
  const user = await house.access.user(params['userId'] ?? '');
  if (user === undefined) return refuse(404);
  const { zone } = own.settings;
  const sessions = await house.access.sessionsOf(user.userId, at);
  return page('user', {
    title: user.name,
    tabs: administrationTabs(own.role, '/users'),
    user: shownUser(user, zone),
    roles: grantableRoles(own.role),
    sessions: shownSessions(sessions, { zone, current: sessionId }),
    own: user.userId === own.userId,
    mayRemoveFactor: may(own.role, 'second-factors.remove') && user.userId !== own.userId,
    mayInvite: may(own.role, 'users.invite'),
    manageable: mayGrant(own.role, user.role),
  });
}
