import { mkdir, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { expect, it } from 'vitest';
import { folderKeys, folderKeysPath } from './keys.ts';

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
