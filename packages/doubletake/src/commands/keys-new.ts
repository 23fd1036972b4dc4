import { writeFile } from 'node:fs/promises';
import path from 'node:path';
import type { Command } from '../cli/command.ts';
import { CommandError } from '../cli/errors.ts';
import { EXIT } from '../cli/exit-code.ts';
import { unwritable } from '../cli/file-errors.ts';
import { newKeysFile } from '../keys-file.ts';

/** Secrets for new stores. */
export const keysNew: Command = {
  name: 'keys new',
  summary: 'make the secrets that new stores are opened with',
  about: [
    'Peppers for tokens, keys that seal what names a person, a key for the audit trail: 32 random bytes each. Keep the',
    'file outside the stores, and a copy of it: without it nothing sealed can be read again.',
  ],
  positionals: [],
  options: { out: { value: 'FILE', summary: 'a new file, readable by you alone' } },
  examples: [{ line: 'keys new --out keys.json', note: 'then name it in DOUBLETAKE_KEYS_FILE' }],
  run: async (args, io) => {
    const text = newKeysFile();
    const name = args.option('out');
    if (name === undefined) {
      await io.stdout.write(text);
      return EXIT.ok;
    }
    // Never over another: what that one seals would be lost with it.
    await writeFile(path.resolve(io.cwd, name), text, { mode: 0o600, flag: 'wx' }).catch(
      (error: unknown) => {
        if (error instanceof Error && 'code' in error && error.code === 'EEXIST')
          throw new CommandError({
            code: 'keys_exist',
            message: `\`${name}\` exists, and keys are never written over`,
            hint: '`doubletake keys rotate` replaces keys that are in use',
          });
        throw unwritable(name, error);
      },
    );
    await io.stdout.write(
      args.flag('json')
        ? `${JSON.stringify({ file: name })}\n`
        : `new keys are in \`${name}\`; name it in DOUBLETAKE_KEYS_FILE\n`,
    );
    return EXIT.ok;
  },
};
