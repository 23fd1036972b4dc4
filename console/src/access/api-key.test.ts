import { randomBytes } from 'node:crypto';
import { memoryAccessStore } from '@doubletake/ledger';
import type { AccessStore } from '@doubletake/scoring';
import { beforeEach, expect, test } from 'vitest';
import { newApiKey, verifyApiKey } from './api-key.ts';

const NOW = 1_700_000_000_000;
const LATER = NOW + 1000;

let access: AccessStore;
let made: ReturnType<typeof newApiKey>;
beforeEach(async () => {
  access = memoryAccessStore();
  made = newApiKey(randomBytes, {
    label: 'payouts',
    scopes: ['events:write'],
    createdBy: 'ada',
    createdAt: NOW,
    expiresAt: LATER,
  });
  await access.addApiKey(made.key);
});

test('a key that was made is known again, and its secret is kept nowhere', async () => {
  expect(made.text).toMatch(/^dt_live_[0-9a-f]{16}_[\w-]{43}$/);
  expect(await verifyApiKey(access, made.text, NOW)).toEqual(made.key);
  const secret = made.text.split('_').slice(3).join('_');
  expect(JSON.stringify(await access.apiKeys())).not.toContain(secret);
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
  expect((await access.apiKey(made.key.keyId))?.lastUsedAt).toBeUndefined();
});

test('one that has expired or was revoked is none', async () => {
  expect(await verifyApiKey(access, made.text, LATER - 1)).toBeDefined();
  expect(await verifyApiKey(access, made.text, LATER)).toBeUndefined();
  await access.revokeApiKey(made.key.keyId, NOW);
  expect(await verifyApiKey(access, made.text, NOW)).toBeUndefined();
});

test('its use is marked to the minute, not at every call', async () => {
  const uses: number[] = [];
  const counted = {
    ...access,
    apiKeyUsed: async (keyId: string, at: number) => {
      uses.push(at);
      await access.apiKeyUsed(keyId, at);
    },
  };
  const { text } = newApiKey(randomBytes, { ...made.key, createdAt: NOW });
  expect(await verifyApiKey(counted, text, NOW)).toBeUndefined();
  for (const at of [NOW, NOW + 10, NOW + 900]) await verifyApiKey(counted, made.text, at);
  expect(uses).toEqual([NOW]);
});
