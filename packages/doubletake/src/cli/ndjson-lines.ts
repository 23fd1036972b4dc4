import { isUtf8 } from 'node:buffer';
import { openBytes } from './byte-source.ts';
import type { Io } from './io.ts';

/** One line of a file, without its line break. */
export interface Line {
  /** Place in the file, from 1. */
  readonly line: number;
  /** The text; cut at the limit when `tooLong`. */
  readonly text: string;
  /** Longer than the limit; the rest was passed over unread. */
  readonly tooLong: boolean;
  /** Whether the text says what was written: letters in another encoding all read as the same sign. */
  readonly isUtf8: boolean;
}

/** The lines of a file, read as they are asked for. */
export interface Lines extends AsyncIterable<Line> {
  /** Size of the file as stored; absent for standard input. */
  readonly size?: number;
  /** Bytes read so far, as stored, to set against `size`. */
  readonly read: () => number;
}

/** Longest line that is read, in bytes. */
export const LONGEST_LINE: number = 1024 * 1024;

const LINE_FEED = 10;

/**
 * Opens a file of lines: a path, or `-` for standard input; gzip is seen from the content. Blank lines are passed over.
 * INVARIANT: no line takes more memory than the limit, whatever the file holds.
 */
export async function openLines(
  name: string,
  io: Pick<Io, 'stdin' | 'cwd'>,
  longest: number = LONGEST_LINE,
): Promise<Lines> {
  const source = await openBytes(name, io);
  const size = source.size === undefined ? {} : { size: source.size };
  return {
    ...size,
    read: source.read,
    [Symbol.asyncIterator]: () => split(source.bytes, longest),
  };
}

async function* split(source: AsyncIterable<Uint8Array>, longest: number): AsyncGenerator<Line> {
  let pending = new Pending(longest);
  let line = 0;
  for await (const chunk of source) {
    let start = 0;
    for (;;) {
      const end = chunk.indexOf(LINE_FEED, start);
      pending.add(chunk.subarray(start, end < 0 ? chunk.length : end));
      if (end < 0) break;
      line += 1;
      const read = pending.lineAt(line);
      if (read !== undefined) yield read;
      pending = new Pending(longest);
      start = end + 1;
    }
  }
  const last = pending.lineAt(line + 1);
  if (last !== undefined) yield last;
}

/** A line that is still being read. */
class Pending {
  readonly #longest: number;
  readonly #parts: Uint8Array[] = [];
  #length = 0;
  #tooLong = false;

  constructor(longest: number) {
    this.#longest = longest;
  }

  add(part: Uint8Array): void {
    const room = this.#longest - this.#length;
    this.#tooLong ||= part.length > room;
    if (room <= 0 || part.length === 0) return;
    const kept = part.subarray(0, room);
    this.#parts.push(kept);
    this.#length += kept.length;
  }

  /** The line, unless it is blank. A byte order mark and a carriage return are no part of it. */
  lineAt(line: number): Line | undefined {
    const bytes = Buffer.concat(this.#parts);
    const text = bytes
      .toString('utf8')
      .replace(/^\uFEFF/u, '')
      .replace(/\r$/u, '');
    if (text.trim() === '') return undefined;
    // What is cut may end within a letter.
    const tooLong = this.#tooLong;
    return { line, text, tooLong, isUtf8: tooLong || isUtf8(bytes) };
  }
}
