import { createReadStream } from 'node:fs';
import { stat } from 'node:fs/promises';
import path from 'node:path';
import { PassThrough, pipeline, Readable } from 'node:stream';
import { createGunzip } from 'node:zlib';
import { unreadable } from './file-errors.ts';
import type { Io } from './io.ts';

/** The uncompressed bytes of a file or of standard input, and how much of it has been read. */
export interface ByteSource {
  readonly bytes: AsyncIterable<Uint8Array>;
  /** Size as stored; absent for standard input. */
  readonly size?: number;
  /** Bytes read so far, as stored. */
  readonly read: () => number;
}

/** First bytes of a gzip member (RFC 1952 §2.3.1). The name proves nothing: a pipe has none. */
const GZIP = [0x1f, 0x8b];

/** Opens a path, or standard input for `-`; compressed or not is seen from the content. */
export async function openBytes(name: string, io: Pick<Io, 'stdin' | 'cwd'>): Promise<ByteSource> {
  let read = 0;
  // opened when the first byte is asked for, so that nothing is left open when the command ends before
  async function* counted(source: () => AsyncIterable<Uint8Array>): AsyncGenerator<Uint8Array> {
    for await (const chunk of source()) {
      read += chunk.length;
      yield chunk;
    }
  }
  if (name === '-')
    return {
      bytes: unpacked(
        counted(() => io.stdin),
        name,
      ),
      read: () => read,
    };
  const file = path.resolve(io.cwd, name);
  const { size } = await stat(file).catch((error: unknown) => {
    throw unreadable(name, error);
  });
  return {
    bytes: unpacked(
      counted(() => createReadStream(file)),
      name,
    ),
    size,
    read: () => read,
  };
}

async function* unpacked(
  source: AsyncGenerator<Uint8Array>,
  name: string,
): AsyncGenerator<Uint8Array> {
  try {
    const head = await firstBytes(source);
    const whole = joined(head, source);
    if (!GZIP.every((byte, i) => head[i] === byte)) return yield* whole;
    const unzipped = pipeline(Readable.from(whole), createGunzip(), new PassThrough(), () => {});
    for await (const chunk of unzipped) if (chunk instanceof Uint8Array) yield chunk;
  } catch (error) {
    throw unreadable(name, error);
  }
}

/** At least two bytes where there are two: a pipe may hand over one at a time. */
async function firstBytes(source: AsyncGenerator<Uint8Array>): Promise<Uint8Array> {
  let head = new Uint8Array();
  while (head.length < GZIP.length) {
    const next = await source.next();
    if (next.done === true) break;
    head = Buffer.concat([head, next.value]);
  }
  return head;
}

async function* joined(
  head: Uint8Array,
  rest: AsyncGenerator<Uint8Array>,
): AsyncGenerator<Uint8Array> {
  if (head.length > 0) yield head;
  yield* rest;
}
