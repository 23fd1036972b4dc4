import { audited } from '../../access/audited.ts';
import { goTo, type Answer } from '../../answer.ts';
import type { SignedIn } from '../../asked.ts';
import { managedUser } from './managed-user.ts';

/** Signs somebody out everywhere. */
export const endUserSessions: (asked: SignedIn) => Promise<Answer> = managedUser(
  async (asked, { userId, name }) => {
    await asked.house.access.endSessions(userId);
    await audited(asked, { action: 'session.end', subject: `user:${userId}` });
    return goTo(`/users/${userId}`, `${name} is signed out everywhere.`);
  },
);
