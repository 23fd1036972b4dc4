import type { User } from '@doubletake/scoring';
import type { ShownUser } from '../models/access.ts';
import { shownTime } from './time.ts';

/** How somebody proves that they are there a second time. */
export function secondFactorOf({ totpSecret, subject }: User): ShownUser['secondFactor'] {
  if (totpSecret !== undefined) return 'app';
  return subject === undefined ? 'none' : 'provider';
}

/** A user as the administration shows them. */
export function shownUser(user: User, zone: string): ShownUser {
  const { userId, name, role, password, subject, disabledAt, createdAt } = user;
  const joined = password !== undefined || subject !== undefined;
  return {
    userId,
    name,
    role,
    secondFactor: secondFactorOf(user),
    state: disabledAt !== undefined ? 'disabled' : joined ? 'active' : 'invited',
    created: shownTime(createdAt, zone),
  };
}
