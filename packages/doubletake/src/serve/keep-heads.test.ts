import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { memoryLedger } from '@doubletake/ledger';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { keepHeads } from './keep-heads.ts';

let folder = '';
let file = '';
beforeEach(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'heads-'));
  file = path.join(folder, 'heads.ndjson');
});
afterEach(async () => rm(folder, { recursive: true }));

const AT = Date.UTC(2026, 0, 1);
const lines = async (): Promise<readonly string[]> =>
  (await readFile(file, 'utf8')).split('\n').filter((line) => line !== '');

test('heads are added to what the file holds, each on a line of its own, and check the trail', async () => {
  const ledger = memoryLedger();
  const parts = { ledger, clock: () => AT };
  const entry = { at: AT, actor: 'lea', action: 'case.open', subject: 'case:1', details: {} };
  // What another process was writing when it was killed.
  await writeFile(file, '{"seq":');
  const failures: unknown[] = [];
  const place = { file, every: 0 };
  await ledger.audit.append(entry);
  const stop = await keepHeads(parts, place, (error) => failures.push(error));
  const count = async (): Promise<number> => (await lines()).length;
  await expect.poll(count).toBeGreaterThan(1);
  await ledger.audit.append(entry);
  const before = await count();
  await expect.poll(count).toBeGreaterThan(before);
  await stop();
  expect(failures).toEqual([]);
  const [broken, ...heads] = await lines();
  expect(broken).toBe('{"seq":');
  for (const head of heads) {
    const kept: unknown = JSON.parse(head);
    expect(kept).toMatchObject({ at: AT });
    expect(await ledger.audit.verify(Object(kept))).toMatchObject({ ok: true });
  }
});

test('a file that cannot be added to is told before anything starts', async () => {
  const parts = { ledger: memoryLedger(), clock: () => AT };
  const place = { file: path.join(folder, 'no', 'such', 'folder', 'heads') };
  await expect(keepHeads(parts, place, () => {})).rejects.toMatchObject({
    complaint: { code: 'file_unwritable', hint: 'name another in `DOUBLETAKE_AUDIT_HEADS`' },
  });
});
