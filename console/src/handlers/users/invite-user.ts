import type { User } from '@doubletake/scoring';
import { audited } from '../../access/audited.ts';
import { oneTimeLink } from '../../access/one-time-link.ts';
import { page, refuse, type Answer } from '../../answer.ts';
import type { SignedIn } from '../../asked.ts';
import { shownTime } from '../../show/time.ts';
import { managedUser } from './managed-user.ts';

const DAY = 86_400_000;

/** A new link for somebody who lost theirs, or their password. */
export const inviteUser: (asked: SignedIn) => Promise<Answer> = managedUser((asked, user) =>
  user.subject === undefined && user.disabledAt === undefined
    ? invitation(asked, user)
    : refuse(409, 'Somebody who is disabled or comes by single sign-on needs no link.'),
);

/** Shows a link with which somebody chooses a password: once, and good for a day. */
export async function invitation(asked: SignedIn, user: User): Promise<Answer> {
  const { house, at } = asked;
  const { userId, name } = user;
  const { token, kept } = oneTimeLink(house.random, at + DAY);
  await house.access.invite(userId, kept);
  await audited(asked, { action: 'user.invite', subject: `user:${userId}` });
  return page('invitation', {
    title: 'Invitation',
    userId,
    name,
    link: `${house.origin}/join/${token}`,
    expires: shownTime(kept.expiresAt, asked.user.settings.zone),
  });
}
