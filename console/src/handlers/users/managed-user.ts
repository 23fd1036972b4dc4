import type { User } from '@doubletake/scoring';
import { refuse, type Answer } from '../../answer.ts';
import type { SignedIn } from '../../asked.ts';
import { mayGrant } from '../../permissions.ts';

/** Gives an action on a user that user; a stranger is 404, somebody above oneself 403. */
export function managedUser(
  action: (asked: SignedIn, user: User) => Answer | Promise<Answer>,
): (asked: SignedIn) => Promise<Answer> {
  return async (asked) => {
    const user = await asked.house.access.user(asked.params['userId'] ?? '');
    if (user === undefined) return refuse(404);
    if (!mayGrant(asked.user.role, user.role))
      return refuse(403, 'You cannot change somebody whose role is above your own.');
    return action(asked, user);
  };
}
