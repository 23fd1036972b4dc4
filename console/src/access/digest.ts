import { createHash } from 'node:crypto';

/** SHA-256 of something random enough that nobody can guess it: a session id, a link's token, a recovery code. */
export function digest(secret: string): string {
  return createHash('sha256').update(secret).digest('base64url');
}
