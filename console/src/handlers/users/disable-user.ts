import { audited } from '../../access/audited.ts';
import { goTo, refuse, type Answer } from '../../answer.ts';
import type { SignedIn } from '../../asked.ts';
import { LAST_ADMIN } from './change-role.ts';
import { managedUser } from './managed-user.ts';

/** Shuts somebody out: they may not sign in, and all their sessions end now. */
export const disableUser: (asked: SignedIn) => Promise<Answer> = managedUser(
  async (asked, { userId, name }) => {
    const { access } = asked.house;
    const changed = await access.changeUser(userId, { disabledAt: asked.at });
    if (changed !== 'changed') return refuse(409, LAST_ADMIN);
    await audited(asked, { action: 'user.disable', subject: `user:${userId}` });
    return goTo(`/users/${userId}`, `${name} is disabled and signed out everywhere.`);
  },
);

/** Lets somebody in again. */
export const enableUser: (asked: SignedIn) => Promise<Answer> = managedUser(
  async (asked, { userId, name }) => {
    await asked.house.access.changeUser(userId, { disabledAt: null });
    await audited(asked, { action: 'user.enable', subject: `user:${userId}` });
    return goTo(`/users/${userId}`, `${name} may sign in again.`);
  },
);
