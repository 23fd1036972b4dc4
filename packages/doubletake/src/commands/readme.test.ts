import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { EXIT } from '../cli/exit-code.ts';
import { SETTINGS } from '../settings/table.ts';
import { COMMANDS } from './index.ts';

const README = readFileSync(new URL('../../README.md', import.meta.url), 'utf8');

/** First columns of the rows that look a certain way. */
const listed = (row: RegExp): string[] => [...README.matchAll(row)].map(([, name = '']) => name);

it('the README lists every setting and none besides', () => {
  expect(listed(/^\| `([A-Z_]+)` /gmu)).toEqual(SETTINGS.map(({ name }) => name));
});

it('the README lists every command, in the order of the help', () => {
  expect(listed(/^\| `doubletake ([a-z ]+)` /gmu)).toEqual(COMMANDS.map(({ name }) => name));
});

it('the README lists every exit code', () => {
  expect(listed(/^\| (\d+) /gmu)).toEqual(Object.values(EXIT).map(String));
});
