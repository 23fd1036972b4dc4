import { EventEmitter, once } from 'node:events';
import { connect, createServer, type Socket } from 'node:net';
import { setImmediate as turn, setTimeout as pause } from 'node:timers/promises';
import { freePort } from './free-port.ts';

/**
 * What the network does: passes everything; has nobody listening; cuts every connection in the middle of its next
 * answer; hands every answer over byte by byte; holds everything back, to deliver it late once it heals; answers late by so
 * many milliseconds.
 */
export type NetworkMode =
  'pass' | 'refuse' | 'reset' | 'crumbs' | 'black-hole' | { readonly latency: number };

/** What a network that fails does, as rows of a test. */
export const NETWORK_FAULTS: readonly { readonly note: string; readonly mode: NetworkMode }[] = [
  { note: 'refused', mode: 'refuse' },
  { note: 'reset in the middle of an answer', mode: 'reset' },
  { note: 'black-holed', mode: 'black-hole' },
  { note: 'a second late', mode: { latency: 1000 } },
];

/** A stretch of network between a client and a server on this machine, which can be made to fail. */
export interface TcpProxy {
  readonly port: number;
  /** Same URL, through this proxy. */
  readonly through: (url: string) => string;
  readonly set: (mode: NetworkMode) => Promise<void>;
  /** From now on new connections lead to another server, as a service name does after a fail-over. */
  readonly lead: (to: number) => void;
  readonly stop: () => Promise<void>;
}

/** Both ends of one connection. */
interface Line {
  readonly client: Socket;
  readonly server: Socket;
}

async function crumble(bytes: Buffer, to: Socket): Promise<void> {
  for (const byte of bytes) {
    to.write(Buffer.of(byte));
    await turn();
  }
}

/** Starts a proxy on a free loopback port in front of a server on another. */
export async function startTcpProxy(first: number): Promise<TcpProxy> {
  let target = first;
  let mode: NetworkMode = 'pass';
  const isHole = (): boolean => mode === 'black-hole';
  const changes = new EventEmitter().setMaxListeners(0);
  const lines = new Set<Line>();
  const cut = (line: Line): void => {
    lines.delete(line);
    for (const end of [line.client, line.server]) end.resetAndDestroy();
  };

  const carry = (line: Line, answering: boolean): void => {
    const [from, to] = answering ? [line.server, line.client] : [line.client, line.server];
    let before = Promise.resolve();
    const inTurn = (step: () => void | Promise<void>): void => {
      const late = answering && typeof mode === 'object' ? mode.latency : 0;
      const due = performance.now() + late;
      before = before.then(async () => {
        if (late > 0) await pause(Math.max(0, due - performance.now()));
        while (isHole()) await once(changes, 'change');
        await step();
      });
    };
    from.on('error', () => {});
    from.on('data', (bytes: Buffer) =>
      inTurn(async () => {
        if (to.destroyed) return;
        if (mode === 'crumbs' && answering) await crumble(bytes, to);
        else if (mode !== 'reset' || !answering) to.write(bytes);
        else to.write(bytes.subarray(0, bytes.length / 2), () => cut(line));
      }),
    );
    from.on('close', () =>
      inTurn(() => {
        lines.delete(line);
        to.destroy();
      }),
    );
  };

  const listener = createServer({ noDelay: true }, (client) => {
    const line = { client, server: connect({ port: target, host: '127.0.0.1', noDelay: true }) };
    lines.add(line);
    carry(line, true);
    carry(line, false);
  });
  const port = await freePort();
  const listen = async (): Promise<void> => {
    listener.listen(port, '127.0.0.1');
    await once(listener, 'listening');
  };
  await listen();
  return {
    port,
    through: (url) => Object.assign(new URL(url), { port: String(port) }).href,
    set: async (wanted) => {
      mode = wanted;
      changes.emit('change');
      if (mode === 'refuse') {
        listener.close();
        lines.forEach(cut);
      } else if (!listener.listening) await listen();
    },
    lead: (to) => {
      target = to;
    },
    stop: async () => {
      mode = 'refuse';
      changes.emit('change');
      lines.forEach(cut);
      if (!listener.listening) return;
      listener.close();
      await once(listener, 'close');
    },
  };
}
