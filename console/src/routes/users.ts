import { addUser } from '../handlers/users/add-user.ts';
import { changeRole } from '../handlers/users/change-role.ts';
import { disableUser, enableUser } from '../handlers/users/disable-user.ts';
import { endUserSessions } from '../handlers/users/end-user-sessions.ts';
import { inviteUser } from '../handlers/users/invite-user.ts';
import { removeLostFactor } from '../handlers/users/remove-lost-factor.ts';
import { userPage } from '../handlers/users/user-page.ts';
import { users } from '../handlers/users/users.ts';
import { get, post, type Route } from './route.ts';

/** Who may sign in. */
export const USER_ROUTES: readonly Route[] = [
  { ...get('/users', 'users.manage'), handler: users },
  { ...post('/users', 'users.invite'), handler: addUser },
  { ...get('/users/:userId', 'users.manage'), handler: userPage },
  { ...post('/users/:userId/role', 'users.manage'), handler: changeRole },
  { ...post('/users/:userId/invite', 'users.invite'), handler: inviteUser },
  { ...post('/users/:userId/disable', 'users.manage'), handler: disableUser },
  { ...post('/users/:userId/enable', 'users.manage'), handler: enableUser },
  {
    ...post('/users/:userId/second-factor/remove', 'second-factors.remove'),
    handler: removeLostFactor,
  },
  { ...post('/users/:userId/sessions/end', 'users.manage'), handler: endUserSessions },
];
