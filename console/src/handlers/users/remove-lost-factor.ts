import { audited } from '../../access/audited.ts';
import { goTo, refuse, type Answer } from '../../answer.ts';
import type { SignedIn } from '../../asked.ts';
import { managedUser } from './managed-user.ts';

/** Takes away the second factor of somebody who has lost app and codes; all their sessions end now. */
export const removeLostFactor: (asked: SignedIn) => Promise<Answer> = managedUser(
  async (asked, { userId, name, totpSecret }) => {
    // One's own takes the password, on one's own page: a browser left open must not be enough.
    if (userId === asked.user.userId) return refuse(403, 'Change your own second factor under Me.');
    if (totpSecret === undefined) return refuse(409, 'They have no second factor of ours.');
    await asked.house.access.changeUser(userId, { totpSecret: null, recoveryCodes: [] });
    await audited(asked, { action: 'user.second_factor_removed', subject: `user:${userId}` });
    return goTo(`/users/${userId}`, `${name} signs in with the password alone until the next app.`);
  },
);
