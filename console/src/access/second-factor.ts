import type { Instant } from '@doubletake/scoring';
import { generateSecret, generateURI, verify } from 'otplib';

const PERIOD_SECONDS = 30;
const NAME = 'Doubletake';

/** A new secret, 160 bits in base32. */
export const newTotpSecret = (): string => generateSecret();

/** What an authenticator app opens. */
export function totpUri(secret: string, name: string): string {
  return generateURI({ issuer: NAME, label: name, secret });
}

/**
 * The time step a code (RFC 6238, six digits) was made in: now, or one step to either side of it; undefined when it is
 * not one of them. Each step is good once, which the store keeps.
 */
export async function totpStep(
  secret: string,
  code: string,
  at: Instant,
): Promise<number | undefined> {
  const token = code.replaceAll(/\s/g, '');
  if (!/^\d{6}$/.test(token)) return undefined;
  const epoch = Math.floor(at / 1000);
  const found = await verify({ secret, token, epoch, epochTolerance: PERIOD_SECONDS });
  return found.valid ? Math.floor(epoch / PERIOD_SECONDS) + found.delta : undefined;
}
