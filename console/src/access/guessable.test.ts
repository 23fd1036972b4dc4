import fc from 'fast-check';
import { expect, test } from 'vitest';
import { isGuessable } from './guessable.ts';

test.each([
  'passwordpassword',
  'Password1234567',
  'P@ssw0rd2026!!!!',
  '123456789012345',
  '111122223333444',
  'qwertyuiopasdfgh',
  'QWERTZUIOP12345',
  '1q2w3e4r5t6y7u8i',
  '1qaz2wsx3edc4rfv',
  'zyxwvutsrqponml',
  'welcomewelcome1',
  'administrator123',
  'thisismypassword',
  'iloveyousomuch99',
  'Doubletake2026!!',
  'letmein-letmein-letmein',
  'correct horse battery staple'.replaceAll(' ', ''),
  'abc123abc123abc123',
])('%s is guessed early', (password) => {
  expect(isGuessable(password)).toBe(true);
});

test.each([
  'tea with two sugars',
  'plum fog violin',
  'four plain words here',
  '#%&!@$^*()_+{}|',
  '918273645546372',
  'kX9_vq2-Lm7Tz0RbWc4E',
  'password for the blue shed',
  'ääëïöüñçßøåœžšđ',
  '合言葉は秘密にしておくこと云々',
])('%s is not', (password) => {
  expect(isGuessable(password)).toBe(false);
});

test('anything twice is guessed early', () => {
  fc.assert(
    fc.property(fc.string({ minLength: 8, unit: 'grapheme-ascii' }), (text) => {
      expect(isGuessable(text + text)).toBe(true);
    }),
  );
});
