import { createServer, connect, type Socket } from 'node:net';
import { once } from 'node:events';

/** Stands between a client and a server and keeps every byte the client sends. */
export interface RecordingProxy {
  readonly url: string;
  readonly recorded: () => Buffer;
  readonly stop: () => void;
}

/** Starts a proxy on a free port in front of a server. */
export async function startRecordingProxy(port: number): Promise<RecordingProxy> {
  const kept: Buffer[] = [];
  const sockets: Socket[] = [];
  const server = createServer((client) => {
    const behind = connect(port, '127.0.0.1');
    sockets.push(client, behind);
    client.on('data', (bytes: Buffer) => kept.push(bytes));
    client.pipe(behind).pipe(client);
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('the proxy has no port');
  return {
    url: `redis://127.0.0.1:${address.port}`,
    recorded: () => Buffer.concat(kept),
    stop: () => {
      for (const socket of sockets) socket.destroy();
      server.close();
    },
  };
}

const CRLF = '\r\n';

/** The commands in recorded bytes: arrays of bulk strings, as clients send them (RESP2). */
export function commandsIn(bytes: Buffer): Buffer[][] {
  const commands: Buffer[][] = [];
  let offset = 0;
  const count = (): number => {
    const end = bytes.indexOf(CRLF, offset);
    const value = Number(bytes.toString('latin1', offset + 1, end));
    offset = end + 2;
    return value;
  };
  while (offset < bytes.length)
    commands.push(
      Array.from({ length: count() }, () => {
        const length = count();
        const part = bytes.subarray(offset, offset + length);
        offset += length + 2;
        return part;
      }),
    );
  return commands;
}
