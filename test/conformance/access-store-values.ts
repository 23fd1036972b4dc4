import type { AccessSession, ApiKey, User } from '@doubletake/scoring';

/** Instants of the rows, in milliseconds; what they count from does not matter. */
export const NOW = 1_700_000_000_000;
export const LATER: number = NOW + 60_000;

/** A user as the console makes one. */
export function person(userId: string, fields: Partial<User> = {}): User {
  return {
    userId,
    name: userId,
    role: 'analyst',
    recoveryCodes: [],
    settings: { zone: 'Europe/Berlin', theme: 'system', shortcuts: true },
    createdAt: NOW,
    ...fields,
  };
}

export function sessionOf(sessionId: string, fields: Partial<AccessSession> = {}): AccessSession {
  return { sessionId, createdAt: NOW, seenAt: NOW, expiresAt: LATER, data: '{}', ...fields };
}

export function apiKey(keyId: string, fields: Partial<ApiKey> = {}): ApiKey {
  return {
    keyId,
    label: `key ${keyId}`,
    secretHash: `hash of ${keyId}`,
    scopes: ['events:write'],
    createdBy: 'ada',
    createdAt: NOW,
    ...fields,
  };
}
