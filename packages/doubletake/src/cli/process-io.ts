import type { Writable } from 'node:stream';
import { unwritable } from './file-errors.ts';
import { interrupts } from './interrupts.ts';
import { ClosedOutput, type Io, type Output } from './io.ts';

/** The process's own streams, environment and clock, and its ctrl-C, which from now on the command answers. */
export function processIo(): Io {
  return {
    stdin: process.stdin,
    stdout: outputOf(process.stdout),
    stderr: outputOf(process.stderr),
    env: process.env,
    cwd: process.cwd(),
    signal: interrupts(),
    now: Date.now,
  };
}

/** The part of a standard stream that is written to. */
interface Stream extends Writable {
  readonly isTTY?: boolean;
  readonly columns?: number;
}

/** A stream of the process to write to. */
export function outputOf(stream: Stream): Output {
  let failure: Error | undefined;
  // What fails is told by the write that failed; unheard, it would end the process as well.
  stream.on('error', (error: Error) => {
    failure ??= error;
  });
  const { isTTY: isTerminal = false } = stream;
  return {
    isTerminal,
    get columns() {
      const { columns = 0 } = stream;
      return isTerminal && columns > 0 ? columns : 80;
    },
    write: async (text) =>
      new Promise<void>((resolve, reject) => {
        if (failure !== undefined) return reject(failure);
        stream.write(text, (error) => {
          if (error === null || error === undefined) resolve();
          else reject(error);
        });
      }).catch((error: unknown) => {
        throw isClosed(error) ? new ClosedOutput() : unwritable('-', error, ROOM);
      }),
  };
}

const ROOM = 'see to it that there is room where it goes';

const isClosed = (error: unknown): boolean =>
  error instanceof Error && 'code' in error && error.code === 'EPIPE';
