import { cp, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openDatabase } from '@doubletake/ledger';
import { newKeysFile } from 'doubletake';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { doubletake } from '../support/doubletake-command.ts';

let folder = '';
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'embedded-'));
});
afterEach(async () => rm(folder, { recursive: true }));

test('a full disk is a ledger that cannot be had for now', async () => {
  const database = await openDatabase({ folder });
  const text = `do $$ begin raise 'could not extend file' using errcode = 'disk_full'; end $$`;
  const full = { name: 'full', text };
  const works = [
    async () => database.query(full, []),
    async () => database.transaction(async (tx) => tx.query(full, [])),
  ];
  for (const work of works) {
    await expect(work).rejects.toMatchObject({ code: 'ledger_unavailable' });
    await expect(work).rejects.toThrow(`at \`${folder}\` does not answer (could not extend file)`);
  }
  await database.close();
});

test('where a killed process left what does not open, a command says so and ends', async () => {
  const left = join(folder, 'left');
  const database = await openDatabase({ folder: join(folder, 'open') });
  // As it lies there while it is open, so as a kill would leave it.
  await cp(join(folder, 'open', 'pglite'), join(left, 'pglite'), { recursive: true });
  await database.close();
  await rm(join(left, 'pglite', 'pg_multixact'), { recursive: true });
  await writeFile(join(left, 'keys.json'), newKeysFile());
  const ran = await doubletake(['wake'], {
    env: { DOUBLETAKE_DATA: left },
    cwd: folder,
    onStart: (child) => setTimeout(() => child.kill(), 100_000).unref(),
  });
  expect(ran.err).toMatch(/^ledger_unavailable: .* does not open \(PGlite failed/u);
  expect(ran.code).toBe(3);
});
