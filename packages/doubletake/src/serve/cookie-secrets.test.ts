import { expect, test } from 'vitest';
import { passingKeys, type Keys } from '../keys.ts';
import { cookieSecrets } from './cookie-secrets.ts';

const keys = (current: string, kids: readonly string[]): Keys => ({
  ...passingKeys(),
  seal: { current, keys: new Map(kids.map((kid) => [kid, new Uint8Array(32).fill(kid.length)])) },
});

test('a rotation puts a new secret in front and goes on reading what the old one signed', () => {
  const [before] = cookieSecrets(keys('a', ['a']));
  const after = cookieSecrets(keys('bb', ['a', 'bb']));
  expect(after).toHaveLength(2);
  expect(after[1]).toBe(before);
  expect(after[0]).not.toBe(before);
});

test('every process with the same keys signs alike, and no secret is a key', () => {
  const ring = keys('a', ['a']);
  expect(cookieSecrets(ring)).toEqual(cookieSecrets(ring));
  const [secret = ''] = cookieSecrets(ring);
  expect(Buffer.from(secret, 'base64url')).not.toEqual(Buffer.from(ring.seal.keys.get('a') ?? []));
});
