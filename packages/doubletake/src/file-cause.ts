/** What the system's commonest refusals mean, in words. */
const CAUSES: Readonly<Record<string, string>> = {
  ENOENT: 'there is no such file or folder',
  EACCES: 'it may not be opened by this user',
  EPERM: 'it may not be opened by this user',
  EISDIR: 'it is a folder',
  ENOTDIR: 'part of the path is no folder',
  EEXIST: 'it exists already',
  ENOSPC: 'the disk is full',
  EROFS: 'the disk is read-only',
  EBUSY: 'it is mounted by itself, and nothing can take its place',
  Z_DATA_ERROR: 'its compressed content is damaged',
  Z_BUF_ERROR: 'its compressed content ends too early',
};

/**
 * Why the system refused a file, without the path it was asked for; undefined when the error is of another kind, and so
 * a bug.
 */
export function fileCause(error: unknown): string | undefined {
  if (!(error instanceof Error) || !('code' in error)) return undefined;
  const code = String(error.code);
  return CAUSES[code] ?? (/^[EZ]/u.test(code) ? code : undefined);
}
