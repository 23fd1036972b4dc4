import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { describe, expect, it, test } from 'vitest';

const ROOT = new URL('../../', import.meta.url);
const GENERATED = new URL('.generated/', import.meta.url);

const READMES = [
  '',
  ...readdirSync(new URL('packages', ROOT)).map((name) => `packages/${name}/`),
  'console/',
]
  .map((room) => `${room}README.md`)
  .filter((file) => existsSync(new URL(file, ROOT)));

/** A block that says `ts` and nothing else, as it stands between its fences. */
const EXAMPLE = /^```ts\n(.*?)^```$/gmsu;

interface Example {
  /** The file, and the line its block begins on. */
  readonly place: string;
  readonly code: string;
}

function examplesIn(file: string): Example[] {
  const text = readFileSync(new URL(file, ROOT), 'utf8');
  return [...text.matchAll(EXAMPLE)].map((match) => {
    const line = text.slice(0, match.index).split('\n').length;
    return { place: `${file}:${line}`, code: match[1] ?? '' };
  });
}

const EXAMPLES = READMES.flatMap(examplesIn);

describe('what a README shows runs', () => {
  it.each(EXAMPLES)('$place', async ({ place, code }) => {
    mkdirSync(GENERATED, { recursive: true });
    const file = new URL(`${place.replaceAll(/\W+/gu, '-')}.ts`, GENERATED);
    writeFileSync(file, code);
    await import(/* @vite-ignore */ file.href);
  });

  test('every README shows something', () => {
    expect(READMES.filter((file) => examplesIn(file).length === 0)).toEqual([]);
  });
});
