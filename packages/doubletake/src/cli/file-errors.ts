import { CommandError } from './errors.ts';

/** What the system's commonest refusals mean, in words. */
const CAUSES: Readonly<Record<string, string>> = {
  ENOENT: 'there is no such file or folder',
  EACCES: 'it may not be opened by this user',
  EPERM: 'it may not be opened by this user',
  EISDIR: 'it is a folder',
  ENOTDIR: 'part of the path is no folder',
  ENOSPC: 'the disk is full',
  EROFS: 'the disk is read-only',
  Z_DATA_ERROR: 'its compressed content is damaged',
  Z_BUF_ERROR: 'its compressed content ends too early',
};

/** A file that could not be read, as the user is told; an error of another kind is passed on unchanged. */
export function unreadable(name: string, error: unknown): unknown {
  const why = causeOf(error);
  if (why === undefined) return error;
  const message = `${name === '-' ? 'standard input' : `\`${name}\``} could not be read: ${why}`;
  const hint = 'check the path; `-` reads standard input';
  return new CommandError({ code: 'file_unreadable', message, hint });
}

/** A file that could not be written. */
export function unwritable(name: string, error: unknown): unknown {
  const why = causeOf(error);
  if (why === undefined) return error;
  const message = `\`${name}\` could not be written: ${why}`;
  return new CommandError({ code: 'file_unwritable', message, hint: 'choose another `--out`' });
}

function causeOf(error: unknown): string | undefined {
  if (!(error instanceof Error) || !('code' in error)) return undefined;
  const code = String(error.code);
  return CAUSES[code] ?? (/^[EZ]/u.test(code) ? code : undefined);
}
