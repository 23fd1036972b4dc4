import { randomBytes } from 'node:crypto';
import type { ApiKey } from '@doubletake/scoring';
import { beforeEach, expect, test } from 'vitest';
import { newApiKey, verifyApiKey } from './api-key.ts';

const NOW = 1_700_000_000_000;
const LATER = NOW + 1000;

/** Keys in memory, as far as these tests need them. */
class Keys {
  readonly kept = new Map<string, ApiKey>();
  readonly uses: number[] = [];
  readonly apiKey = async (keyId: string) => this.kept.get(keyId);
  readonly apiKeyUsed = async (keyId: string, lastUsedAt: number) => {
    this.uses.push(lastUsedAt);
    this.put({ ...made.key, keyId, lastUsedAt });
  };
  put(key: ApiKey): void {
    this.kept.set(key.keyId, key);
  }
}

let access: Keys;
let made: ReturnType<typeof newApiKey>;
beforeEach(() => {
  access = new Keys();
  made = newApiKey(randomBytes, {
    label: 'payouts',
    scopes: ['events:write'],
    createdBy: 'ada',
    createdAt: NOW,
    expiresAt: LATER,
  });
  access.put(made.key);
});

test('a key that was made is known again, and its secret is kept nowhere', async () => {
  expect(made.text).toMatch(/^dt_live_[0-9a-f]{16}_[\w-]{43}$/);
  expect(await verifyApiKey(access, made.text, NOW)).toEqual(made.key);
  const secret = made.text.split('_').slice(3).join('_');
  expect(JSON.stringify([...access.kept])).not.toContain(secret);
});

test.each<{ note: string; change: (text: string) => string }>([
  { note: 'another secret', change: (text) => text.slice(0, -43) + 'A'.repeat(43) },
  { note: 'its last letter changed', change: (text) => text.slice(0, -2) + '--' },
  { note: 'another id', change: (text) => text.replace(/_[0-9a-f]{16}_/, `_${'0'.repeat(16)}_`) },
  { note: 'no secret', change: (text) => text.slice(0, -43) },
  { note: 'something behind it', change: (text) => `${text}A` },
  { note: 'another prefix', change: (text) => text.replace('live', 'test') },
  { note: 'nothing', change: () => '' },
])('$note is no key', async ({ change }) => {
  expect(await verifyApiKey(access, change(made.text), NOW)).toBeUndefined();
  expect(access.uses).toEqual([]);
});

test('one that has expired or was revoked is none', async () => {
  expect(await verifyApiKey(access, made.text, LATER - 1)).toBeDefined();
  expect(await verifyApiKey(access, made.text, LATER)).toBeUndefined();
  access.put({ ...made.key, revokedAt: NOW });
  expect(await verifyApiKey(access, made.text, NOW)).toBeUndefined();
});

test('its use is marked to the minute, not at every call', async () => {
  for (const at of [NOW, NOW + 10, NOW + 900]) await verifyApiKey(access, made.text, at);
  expect(access.uses).toEqual([NOW]);
});

test('a key nobody has is none', async () => {
  const { text } = newApiKey(randomBytes, made.key);
  expect(await verifyApiKey(access, text, NOW)).toBeUndefined();
});
