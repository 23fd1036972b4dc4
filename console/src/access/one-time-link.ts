import type { Instant, OneTimeToken } from '@doubletake/scoring';
import { digest } from './digest.ts';

/** A token nobody can guess, and what a store keeps of it. */
export interface OneTimeLink {
  readonly token: string;
  readonly kept: OneTimeToken;
}

/** Makes a link's token of 256 random bits. */
export function oneTimeLink(
  random: (bytes: number) => Uint8Array,
  expiresAt: Instant,
): OneTimeLink {
  const token = Buffer.from(random(32)).toString('base64url');
  return { token, kept: { tokenHash: digest(token), expiresAt } };
}
