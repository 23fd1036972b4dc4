import {
  chmodSync,
  chownSync,
  readFileSync,
  realpathSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { fileCause } from '../file-cause.ts';
import { parseKeys, readKeysFile } from '../keys.ts';
import { printKeysFile, type KeysFile } from '../keys-file.ts';
import { SettingsError, type SettingsErrorCode } from '../settings-error.ts';

/** A keys file that can be changed. */
export interface KeysAt {
  readonly read: () => KeysFile;
  /** Puts another in its place, whole or not at all, where a link leads, for whoever could read the one before. */
  readonly write: (file: KeysFile) => void;
}

/** The keys file at a path. Its methods throw `SettingsError` when it is none. */
export function keysAt(path: string): KeysAt {
  return {
    read: () =>
      readKeysFile(
        told(path, ['settings_file_unreadable', 'read'], () => readFileSync(path, 'utf8')),
      ),
    write: (file) => {
      const text = printKeysFile(file);
      // INVARIANT: a file that cannot be read never takes the place of one that can.
      parseKeys(text);
      told(path, ['settings_file_unwritable', 'written'], () => replace(realpathSync(path), text));
    },
  };
}

function replace(file: string, text: string): void {
  const { uid, gid, mode } = statSync(file);
  const beside = `${file}.${process.pid}`;
  try {
    writeFileSync(beside, text, { mode: 0o600, flush: true });
    const own = statSync(beside);
    // Whoever runs the command need not be the service that reads it. Where nothing changes hands, nothing is asked: some
    // file systems know no owners, and a group that may do nothing with it is nobody's loss.
    const isGroups = (mode & 0o070) !== 0;
    if (own.uid !== uid || (isGroups && own.gid !== gid)) chownSync(beside, uid, gid);
    chmodSync(beside, mode & 0o777);
    renameSync(beside, file);
  } catch (error) {
    rmSync(beside, { force: true });
    throw error;
  }
}

function told<Result>(
  path: string,
  [code, done]: readonly [SettingsErrorCode, string],
  work: () => Result,
): Result {
  try {
    return work();
  } catch (error) {
    const cause = fileCause(error);
    if (cause === undefined) throw error;
    throw new SettingsError(code, `the keys file \`${path}\` could not be ${done}: ${cause}`);
  }
}
