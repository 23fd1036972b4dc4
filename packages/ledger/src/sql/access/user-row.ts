import type { User } from '@doubletake/scoring';
import type { Place, Sealer } from '../../seal/sealer.ts';

/** A row of the statements that read users. */
export interface UserRow {
  readonly user: User;
  readonly totp: Uint8Array | null;
}

/** A name as it is compared and ordered. */
export const nameKey = (name: string): string => name.toLowerCase();

/** A user with what was sealed. */
export function openUser({ user, totp }: UserRow, sealer: Sealer): User {
  return totp === null ? user : { ...user, totpSecret: sealer.open(totp, place(user.userId)) };
}

/** The secret of a user's second factor, sealed to their row. */
export function sealedTotp(
  { userId, totpSecret }: Pick<User, 'userId' | 'totpSecret'>,
  sealer: Sealer,
): Buffer | undefined {
  return totpSecret === undefined ? undefined : sealer.seal(totpSecret, place(userId));
}

const place = (id: string): Place => ({ table: 'access_users', id, column: 'totp_secret' });
