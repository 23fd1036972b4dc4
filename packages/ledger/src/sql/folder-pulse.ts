import { once } from 'node:events';
import { rmSync } from 'node:fs';
import { connect, createServer } from 'node:net';

/** A socket in a folder, which the system answers for as long as the process that made it lives. */
export interface Pulse {
  readonly stop: () => void;
}

// The system cuts the path of a socket, and would make one of another name.
const LONGEST_PATH = 100;

/** Makes one; undefined where the system makes none there. */
export async function pulseAt(path: string): Promise<Pulse | undefined> {
  if (Buffer.byteLength(path) > LONGEST_PATH) return undefined;
  const server = createServer((socket) => socket.destroy());
  try {
    // Whoever shares the folder may ask, under another name as well.
    server.listen({ path, readableAll: true, writableAll: true });
    await once(server, 'listening');
  } catch {
    return undefined;
  }
  server.on('error', () => {});
  server.unref();
  return {
    stop: () => {
      server.close();
      rmSync(path, { force: true });
    },
  };
}

/**
 * Whether somebody made one there and lives. Asked of the system, which answers also for a process that is busy and for
 * one whose number means nothing here, in another container.
 */
export async function hasPulse(path: string): Promise<boolean> {
  if (Buffer.byteLength(path) > LONGEST_PATH) return false;
  const socket = connect(path);
  try {
    await once(socket, 'connect');
    return true;
  } catch (error) {
    // As many ask as the system lets wait, or this user may not: somebody is there.
    const code = error instanceof Error && 'code' in error ? error.code : undefined;
    return code === 'EAGAIN' || code === 'EACCES';
  } finally {
    socket.destroy();
  }
}
