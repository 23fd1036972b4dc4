import type { Recorded } from '@doubletake/scoring';
import { expect, test } from 'vitest';
import { shippedParts } from '../../../test/support/shipped-parts.ts';
import { openLines } from './cli/ndjson-lines.ts';
import { memoryIo } from './cli/memory-io.ts';
import { createEngine } from './engine/engine.ts';
import { recordLines } from './record-lines.ts';

/** What became of every line of a file. */
async function recorded(stdin: Uint8Array): Promise<readonly Recorded[]> {
  const told: Recorded[] = [];
  const engine = createEngine(shippedParts(() => Date.UTC(2026, 1, 1)));
  await recordLines(engine, await openLines('-', memoryIo({ stdin })), (result) => {
    told.push(result);
  });
  return told;
}

test('a line in another encoding is refused, however its letters read, and the rest goes on', async () => {
  const seen = '"type":"account.observed","at":"2026-01-01T00:00:00Z","email":"ann@example.org"';
  const line = (id: string): string => `{"id":"e",${seen},"accountId":"${id}"}\n`;
  const latin = Buffer.from(line('Müller') + line('Møller'), 'latin1');
  expect(await recorded(Buffer.concat([latin, Buffer.from(line('Müller'))]))).toMatchObject([
    { problems: [{ code: 'event_not_utf8', at: { line: 1 } }] },
    { problems: [{ code: 'event_not_utf8', at: { line: 2 } }] },
    { outcome: 'recorded', id: 'e' },
  ]);
});

test('a line that is too long is told what an event may have, however long it is', async () => {
  const message = 'more than 65536 characters';
  expect(await recorded(Buffer.from(`"${'x'.repeat(2 * 1024 * 1024)}"\n`))).toMatchObject([
    { problems: [{ code: 'event_too_large', message, at: { line: 1 } }] },
  ]);
});
