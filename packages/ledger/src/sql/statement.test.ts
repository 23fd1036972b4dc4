import { readdirSync, readFileSync } from 'node:fs';
import { expect, it } from 'vitest';

const QUERIES = new URL('queries/', import.meta.url);
const files = readdirSync(QUERIES, { recursive: true, encoding: 'utf8' }).filter((name) =>
  name.endsWith('.sql'),
);

it.each(files)('%s names as many parameters as it uses', (name) => {
  const text = readFileSync(new URL(name, QUERIES), 'utf8');
  const header = /^-- Params: ((?:.*\n-- +)*.*)$/m.exec(text)?.[1] ?? 'none';
  const named = header === 'none' ? [] : header.split(/,\s/);
  const used = [...new Set(text.match(/\$\d+/g))].map((each) => Number(each.slice(1)));
  expect(used.toSorted((a, b) => a - b)).toEqual(named.map((_, position) => position + 1));
});
