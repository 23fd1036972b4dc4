import { chmod, chown, lstat, mkdir, mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { stat, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { readKeysFile } from '../keys.ts';
import { newKeysFile } from '../keys-file.ts';
import { keysAt } from './keys-at.ts';

let folder = '';
beforeEach(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'doubletake-'));
});
afterEach(async () => rm(folder, { recursive: true }));

const other = readKeysFile(newKeysFile());

test('a keys file that is changed is read by whom it was before, and links to it lead to it', async () => {
  const [real, link] = [path.join(folder, 'real.json'), path.join(folder, 'link.json')];
  await writeFile(real, newKeysFile());
  await symlink('real.json', link);
  // Only the administrator gives files away.
  if (process.getuid?.() === 0) await chown(real, 65_534, 65_534);
  await chmod(real, 0o640);
  const before = await stat(real);
  keysAt(link).write(other);
  const { uid, gid, mode } = await stat(real);
  expect({ uid, gid, mode }).toEqual({ uid: before.uid, gid: before.gid, mode: before.mode });
  expect((await lstat(link)).isSymbolicLink()).toBe(true);
  expect(readKeysFile(await readFile(real, 'utf8'))).toEqual(other);
  expect((await readdir(folder)).toSorted()).toEqual(['link.json', 'real.json']);
});

test('what cannot be written is told as a setting, and nothing is left beside it', async () => {
  await mkdir(path.join(folder, 'keys.json'));
  expect(() => keysAt(path.join(folder, 'keys.json')).write(other)).toThrow(
    expect.objectContaining({ code: 'settings_file_unwritable' }),
  );
  expect(await readdir(folder)).toEqual(['keys.json']);
});
