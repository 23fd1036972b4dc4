import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { COLLECTOR_ERROR_CODES } from './errors.ts';
import { KEPT_SOURCES } from './kept-sources.ts';

const readme = readFileSync(new URL('../README.md', import.meta.url), 'utf8');

/** First two cells of every row under the table headed so. */
function rowsUnder(heading: string): string[][] {
  const [, table = ''] = readme.split(new RegExp(`\\| ${heading} +\\|.*\\n`));
  const [rows = ''] = table.split('\n\n');
  return [...rows.matchAll(/^\| `(\w+)` +\| (.*?) +\|$/gm)].map(([, ...cells]) => cells);
}

test('the README names every problem code, in order', () => {
  expect(rowsUnder('code').map(([code]) => code)).toEqual(COLLECTOR_ERROR_CODES);
});

test('the README tells the visitor of every source that leaves the page, and why', () => {
  expect(rowsUnder('source')).toEqual(Object.entries(KEPT_SOURCES));
});
