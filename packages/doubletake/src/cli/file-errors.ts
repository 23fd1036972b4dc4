import { fileCause } from '../file-cause.ts';
import { CommandError } from './errors.ts';

/** A file that could not be read, as the user is told; an error of another kind is passed on unchanged. */
export function unreadable(name: string, error: unknown): unknown {
  const why = fileCause(error);
  if (why === undefined) return error;
  const message = `${name === '-' ? 'standard input' : `\`${name}\``} could not be read: ${why}`;
  const hint = 'check the path; `-` reads standard input';
  return new CommandError({ code: 'file_unreadable', message, at: { file: name }, hint });
}

/** A file that could not be written; `-` is standard output. */
export function unwritable(name: string, error: unknown, hint = 'choose another `--out`'): unknown {
  const why = fileCause(error);
  if (why === undefined) return error;
  const message = `${name === '-' ? 'standard output' : `\`${name}\``} could not be written: ${why}`;
  return new CommandError({ code: 'file_unwritable', message, at: { file: name }, hint });
}
