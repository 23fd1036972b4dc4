import fc from 'fast-check';
import { expect, test } from 'vitest';
import { safePath } from './safe-path.ts';

const ORIGIN = 'https://console.example.com';
const parts = fc.constantFrom(
  '/',
  '\\',
  '.',
  '..',
  '@',
  ':',
  '?',
  '#',
  '%2f',
  '%5c',
  '\t',
  '\n',
  ' ',
  'https:',
  'evil.example',
  'q',
);

test('wherever it leads, it stays here', () => {
  fc.assert(
    fc.property(
      fc.oneof(
        fc.array(parts).map((each) => each.join('')),
        fc.webUrl(),
        fc.string(),
      ),
      (next) => {
        const path = safePath(next);
        expect(new URL(path, ORIGIN).origin).toBe(ORIGIN);
        expect(path).toMatch(/^\/(?![/\\])/);
      },
    ),
    { numRuns: 2000 },
  );
});

test.each(['/', '/queue', '/queue?state=open&sort=due', '/cases/dec_1'])('%s is kept', (path) => {
  expect(safePath(path)).toBe(path);
});
