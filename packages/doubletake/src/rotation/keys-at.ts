import { readFileSync, renameSync, writeFileSync } from 'node:fs';
import { fileCause } from '../file-cause.ts';
import { parseKeys, readKeysFile } from '../keys.ts';
import { printKeysFile, type KeysFile } from '../keys-file.ts';
import { SettingsError } from '../settings-error.ts';

/** A keys file that can be changed. */
export interface KeysAt {
  readonly read: () => KeysFile;
  /** Puts another file in its place, whole or not at all, readable by its owner alone. */
  readonly write: (file: KeysFile) => void;
}

/** The keys file at a path. Its methods throw `SettingsError` when it is none. */
export function keysAt(path: string): KeysAt {
  return {
    read: () => readKeysFile(textAt(path)),
    write: (file) => {
      const text = printKeysFile(file);
      // INVARIANT: a file that cannot be read never takes the place of one that can.
      parseKeys(text);
      const beside = `${path}.${process.pid}`;
      writeFileSync(beside, text, { mode: 0o600, flush: true });
      renameSync(beside, path);
    },
  };
}

function textAt(path: string): string {
  try {
    return readFileSync(path, 'utf8');
  } catch (error) {
    const cause = fileCause(error);
    if (cause === undefined) throw error;
    throw new SettingsError(
      'settings_file_unreadable',
      `the keys file \`${path}\` could not be read: ${cause}`,
    );
  }
}
