import type { WriteStream } from 'node:tty';
import { ClosedOutput, type Io, type Output } from './io.ts';

/** The process's own streams, environment and clock. */
export function processIo(): Io {
  return {
    stdin: process.stdin,
    stdout: outputOf(process.stdout),
    stderr: outputOf(process.stderr),
    env: process.env,
    cwd: process.cwd(),
    now: Date.now,
  };
}

function outputOf(stream: WriteStream): Output {
  let closed = false;
  stream.on('error', (error: NodeJS.ErrnoException) => {
    if (error.code !== 'EPIPE') throw error;
    closed = true;
  });
  return {
    isTerminal: stream.isTTY,
    get columns() {
      return stream.isTTY && stream.columns > 0 ? stream.columns : 80;
    },
    write: (text) =>
      new Promise((resolve, reject) => {
        if (closed) return reject(new ClosedOutput());
        stream.write(text, (error) => {
          if (error === null || error === undefined) resolve();
          else reject('code' in error && error.code === 'EPIPE' ? new ClosedOutput() : error);
        });
      }),
  };
}
