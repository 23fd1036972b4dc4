import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { z } from 'zod';
import { levelWords, signalName } from './signal.ts';

const MODEL = z.object({
  signals: z.array(
    z.object({
      signal: z.string(),
      levels: z.array(z.object({ level: z.string() })).optional(),
      table: z.record(z.string(), z.unknown()).optional(),
    }),
  ),
});

/** Every signal of the model in use, with the levels it gives weight to. */
function weighed(): readonly (readonly [signal: string, level: string])[] {
  const file = readFileSync(new URL('../../../rules/model.json', import.meta.url), 'utf8');
  return MODEL.parse(JSON.parse(file)).signals.flatMap(({ signal, levels, table }) => {
    const names = levels?.map(({ level }) => level) ?? Object.keys(table ?? {});
    return names.map((level) => [signal, level] as const);
  });
}

test('every level the model weighs has words of its own, none of them the name it bears in the file', () => {
  expect(weighed().length).toBeGreaterThan(25);
  for (const [signal, level] of weighed()) {
    const words = levelWords(signal, level);
    expect(words, `${signal} ${level}`).not.toMatch(/_|^(exact|base|full|yes|no|none|visitor)$/);
    expect(words, `${signal} ${level}`).not.toBe(level);
  }
});

test.each([
  ['newThing', 'someLevel_here', ['New thing', 'some level here']],
  ['email', 'none', ['E-mail', 'nothing in common']],
  ['newThing', 'none', ['New thing', 'nothing in common']],
])('%s %s reads %j', (signal, level, words) => {
  expect([signalName(signal), levelWords(signal, level)]).toEqual(words);
});
