import { once } from 'node:events';
import { createWriteStream, rmSync, type WriteStream } from 'node:fs';
import { open, rename, rm } from 'node:fs/promises';
import path from 'node:path';
import type { Writable } from 'node:stream';
import { finished } from 'node:stream/promises';
import { createGzip } from 'node:zlib';
import { unwritable } from './file-errors.ts';
import type { Io } from './io.ts';

/** Where a command writes its lines. */
export interface OutputFile {
  readonly write: (text: string) => Promise<void>;
  /** Puts the file in its place. */
  readonly finish: () => Promise<void>;
  /** Leaves no trace of it. */
  readonly discard: () => Promise<void>;
}

/**
 * Opens a file for writing, or standard output for `-` or no name; a name that ends in `.gz` is compressed.
 * @param mode who may read and write the file; everybody may read it by default.
 * INVARIANT: under its name the file is whole or as it was before: it is written beside it and renamed at the end.
 */
export async function openOutput(
  name: string | undefined,
  io: Io,
  mode = 0o666,
): Promise<OutputFile> {
  if (name === undefined || name === '-') {
    return { write: io.stdout.write, finish: nothing, discard: nothing };
  }
  const target = path.resolve(io.cwd, name);
  const partial = `${target}.partial-${process.pid}`;
  const guarded = async <T>(work: () => Promise<T>): Promise<T> =>
    work().catch((error: unknown) => {
      throw unwritable(name, error);
    });
  const file = await guarded(async () => opened(partial, mode));
  // A command that is ended may be left where it is: nobody else would take it away.
  io.signal.addEventListener('abort', () => rmSync(partial, { force: true }), { once: true });
  const failure = finished(file);
  failure.catch(() => {});
  const into: Writable = name.endsWith('.gz') ? createGzip() : file;
  if (into !== file) into.pipe(file);
  return {
    write: async (text) =>
      guarded(async () => {
        if (into.write(text)) return;
        await Promise.race([once(into, 'drain'), failure]);
      }),
    finish: async () =>
      guarded(async () => {
        into.end();
        await failure;
        await durable(partial);
        await rename(partial, target);
      }),
    discard: async () => {
      into.destroy();
      file.destroy();
      await failure.catch(() => {});
      await rm(partial, { force: true });
    },
  };
}

async function nothing(): Promise<void> {}

async function opened(file: string, mode: number): Promise<WriteStream> {
  const stream = createWriteStream(file, { flags: 'wx', mode });
  await once(stream, 'open');
  return stream;
}

// a rename may reach the disk before the content does; then a power cut leaves an empty file under the right name
async function durable(file: string): Promise<void> {
  const handle = await open(file, 'r+');
  await handle.sync();
  await handle.close();
}
