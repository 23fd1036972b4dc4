import { existsSync } from 'node:fs';
import { mkdir, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { expect, it } from 'vitest';
import { folderKeys, folderKeysPath } from './keys.ts';
import { openDoubletake } from './open-doubletake.ts';

it('the keys of a database that are gone are asked for, and none come in their place', async () => {
  const folder = await mkdtemp(path.join(tmpdir(), 'doubletake-'));
  try {
    await (await openDoubletake({ folder })).close();
    const file = folderKeysPath(folder);
    await rm(file);
    const opened = openDoubletake({ folder });
    await expect(opened).rejects.toMatchObject({ code: 'settings_keys_missing' });
    await expect(opened).rejects.toThrow(`\`${file}\` is gone`);
    expect(existsSync(file)).toBe(false);
  } finally {
    await rm(folder, { recursive: true });
  }
});

it('the keys of a folder that cannot be read are a mistake in the settings, which names them', async () => {
  const folder = await mkdtemp(path.join(tmpdir(), 'doubletake-'));
  try {
    const file = folderKeysPath(folder);
    await mkdir(file);
    expect(() => folderKeys(folder)).toThrow(
      expect.objectContaining({
        code: 'settings_file_unreadable',
        message: `\`${file}\` could not be read: it is a folder`,
      }),
    );
  } finally {
    await rm(folder, { recursive: true });
  }
});
