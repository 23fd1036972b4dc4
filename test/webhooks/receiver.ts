import { once } from 'node:events';
import { createServer, type RequestListener, type ServerResponse } from 'node:http';
import { createServer as createSecureServer } from 'node:https';
import type { Certificate } from '../support/certificates.ts';

/** One request a receiver had. */
export interface Received {
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
  readonly path: string;
}

/** A host's own server, which answers as a test says. */
export interface Receiver {
  readonly url: string;
  readonly port: number;
  readonly received: Received[];
  /** How the next requests are answered; the last goes on. */
  readonly answer: (...answers: readonly (number | ((response: ServerResponse) => void))[]) => void;
  readonly close: () => Promise<void>;
}

/** A receiver on the loopback; with a certificate it speaks TLS. */
export async function startReceiver(tls?: Certificate): Promise<Receiver> {
  const received: Received[] = [];
  let answers: readonly (number | ((response: ServerResponse) => void))[] = [204];
  const listener: RequestListener = (request, response) => {
    const chunks: Buffer[] = [];
    request.on('data', (bytes: Buffer) => chunks.push(bytes));
    request.on('end', () => {
      const headers = Object.fromEntries(
        Object.entries(request.headers).map(([name, value]) => [name, String(value)]),
      );
      received.push({
        headers,
        body: Buffer.concat(chunks).toString('utf8'),
        path: request.url ?? '',
      });
      const [next = 204, ...rest] = answers;
      if (rest.length > 0) answers = rest;
      if (typeof next === 'number') response.writeHead(next).end();
      else next(response);
    });
  };
  const server = tls === undefined ? createServer(listener) : createSecureServer(tls, listener);
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('expected a port');
  return {
    url: `${tls === undefined ? 'http' : 'https'}://127.0.0.1:${address.port}/hook`,
    port: address.port,
    received,
    answer: (...given) => {
      answers = given;
    },
    close: async () => {
      server.close();
      server.closeAllConnections();
      await once(server, 'close');
    },
  };
}
