import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { functions } from './functions.ts';

const MIGRATIONS = new URL('./migrations/', import.meta.url);

test('functions are only ever changed together with a migration that names their digest', () => {
  const named = readdirSync(MIGRATIONS)
    .toSorted()
    .flatMap((name) => {
      const text = readFileSync(new URL(name, MIGRATIONS), 'utf8');
      return /^-- functions ([0-9a-f]{64})$/mu.exec(text)?.[1] ?? [];
    });
  const digest = createHash('sha256').update(functions()).digest('hex');
  expect(named.at(-1)).toBe(digest);
});

test('every function stands in the file of its name, and says what it does', () => {
  const folder = new URL('./functions/', import.meta.url);
  for (const name of readdirSync(folder)) {
    const text = readFileSync(new URL(name, folder), 'utf8');
    const made = [...text.matchAll(/^create or replace function (\w+)/gmu)].map(([, is]) => is);
    expect(made).toEqual([name.replace('.sql', '').replaceAll('-', '_')]);
    expect(text).toMatch(/^-- \S/u);
  }
});
