import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { LEDGER_ERROR_CODES } from './errors.ts';

const readme = readFileSync(new URL('../README.md', import.meta.url), 'utf8');

test('the README names every error code, in order', () => {
  const [, table = ''] = readme.split('## Error codes');
  const codes = [...table.matchAll(/^\| `(ledger_\w+)`/gm)].map(([, code]) => code);
  expect(codes).toEqual(LEDGER_ERROR_CODES);
});
