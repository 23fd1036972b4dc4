import { randomBytes } from 'node:crypto';
import { expect, test } from 'vitest';
import { scryptPasswords } from './passwords.ts';

const cheap = scryptPasswords({ random: randomBytes, cost: 4 });
const other = scryptPasswords({ random: randomBytes, cost: 5 });

test('a password matches its own hash and no other', async () => {
  const hash = await cheap.hash('one of many');
  expect(hash).toMatch(/^scrypt\$4\$8\$1\$[\w-]{22}\$[\w-]{43}$/);
  expect(await cheap.matches('one of many', hash)).toBe(true);
  expect(await cheap.matches('one of some', hash)).toBe(false);
  expect(await cheap.hash('one of many')).not.toBe(hash);
});

test('a hash says its own cost, so that the cost can rise', async () => {
  expect(await other.matches('p', await cheap.hash('p'))).toBe(true);
});

test('the same characters typed in two forms are one password', async () => {
  expect(await cheap.matches('cafe\u0301', await cheap.hash('caf\u00e9'))).toBe(true);
});

test('nobody has no password', async () => {
  expect(await cheap.matches('', undefined)).toBe(false);
});

test('a hash of another kind is a fault, not a mismatch', async () => {
  await expect(cheap.matches('p', 'bcrypt$x')).rejects.toThrow('not in a form known here');
});

test('two are worked on and twenty wait; the next is told to come back', async () => {
  const all = Array.from({ length: 30 }, () => cheap.matches('p', undefined));
  const done = await Promise.allSettled(all);
  expect(done.map(({ status }) => status)).toEqual([
    ...Array.from({ length: 22 }, () => 'fulfilled'),
    ...Array.from({ length: 8 }, () => 'rejected'),
  ]);
  expect(await cheap.matches('p', undefined)).toBe(false);
});
