import { timingSafeEqual } from 'node:crypto';
import { MINUTE, type AccessStore, type ApiKey, type Instant } from '@doubletake/scoring';
import { digest } from './digest.ts';

const ID_BYTES = 8;
const SECRET_BYTES = 32;
/** How much later a key must be used to be marked again. */
const STALE = MINUTE;

const FORM = /^dt_live_([0-9a-f]{16})_([\w-]{43})$/;

/** A key nobody had before, and the only time it is whole. */
export interface NewApiKey {
  /** `dt_live_<id>_<secret>`, a form that secret scanners can be taught. */
  readonly text: string;
  readonly key: ApiKey;
}

/** Makes a key of 256 random bits: so many that a plain SHA-256 keeps them (NIST SP 800-63B §5.1.1.2 is for passwords). */
export function newApiKey(
  random: (bytes: number) => Uint8Array,
  about: Omit<ApiKey, 'keyId' | 'secretHash'>,
): NewApiKey {
  const keyId = Buffer.from(random(ID_BYTES)).toString('hex');
  const secret = Buffer.from(random(SECRET_BYTES)).toString('base64url');
  return {
    text: `dt_live_${keyId}_${secret}`,
    key: { ...about, keyId, secretHash: digest(secret) },
  };
}

/**
 * The key a caller gave, when it is one and good at that instant; its use is marked, to the minute. A wrong secret takes
 * as long as a right one.
 */
export async function verifyApiKey(
  access: Pick<AccessStore, 'apiKey' | 'apiKeyUsed'>,
  text: string,
  at: Instant,
): Promise<ApiKey | undefined> {
  const [, keyId, secret] = FORM.exec(text) ?? [];
  if (keyId === undefined || secret === undefined) return undefined;
  const key = await access.apiKey(keyId);
  const given = Buffer.from(digest(secret));
  const kept = Buffer.from(key?.secretHash ?? digest(''));
  const isRight = given.length === kept.length && timingSafeEqual(given, kept);
  if (!isRight || key === undefined || !isGood(key, at)) return undefined;
  if (at - (key.lastUsedAt ?? 0) >= STALE) await access.apiKeyUsed(keyId, at);
  return key;
}

/** Whether a key has neither expired nor been revoked. */
export function isGood({ expiresAt = Infinity, revokedAt }: ApiKey, at: Instant): boolean {
  return revokedAt === undefined && at < expiresAt;
}
