import { createServer, type Server } from 'node:http';
import { createApp } from './app.ts';
import { oneTimeLink } from './access/one-time-link.ts';
import { ConsoleError } from './errors.ts';
import type { House } from './house.ts';
import { checkedOrigin, houseOf, type ConsoleOptions } from './options.ts';

/** A console that answers. */
export interface RunningConsole {
  /** Where browsers reach it. */
  readonly url: string;
  /**
   * Where the first administrator is made: good for an hour, once, and only as long as there is nobody. Absent when
   * there are users. It is a secret: print it to whoever started the console, and nowhere else.
   */
  readonly setUpUrl?: string;
  /** Takes no more requests, lets those under way end, and resolves when all are gone. */
  readonly close: () => Promise<void>;
}

const HOUR = 3_600_000;
const LAST_WORDS = 5_000;

/**
 * Starts the review console and its HTTP API.
 * @throws ConsoleError with a code of `CONSOLE_ERROR_CODES`; whatever the stores throw.
 */
export async function startConsole(options: ConsoleOptions): Promise<RunningConsole> {
  const { host = '127.0.0.1', port = 0, origin } = options;
  const claimed = origin === undefined ? undefined : checkedOrigin(origin);
  const server = createServer();
  const listening = await listen(server, host, port);
  try {
    const url =
      claimed ?? checkedOrigin(`http://${host.includes(':') ? `[${host}]` : host}:${listening}`);
    const house = houseOf(options, url);
    server.on('request', createApp(house));
    const setUpUrl = await offerSetUp(house);
    return { url, ...(setUpUrl === undefined ? {} : { setUpUrl }), close: () => close(server) };
  } catch (error) {
    await close(server);
    throw error;
  }
}

async function offerSetUp({ access, random, now, origin }: House): Promise<string | undefined> {
  const { token, kept } = oneTimeLink(random, now() + HOUR);
  return (await access.offerSetUp(kept)) ? `${origin}/set-up/${token}` : undefined;
}

function listen(server: Server, host: string, port: number): Promise<number> {
  return new Promise((resolve, reject) => {
    server.once('error', (cause) =>
      reject(
        new ConsoleError(
          'console_address_unavailable',
          `cannot listen on \`${host}:${port}\` (${cause.message})`,
          { cause },
        ),
      ),
    );
    server.listen(port, host, () => {
      const address = server.address();
      resolve(typeof address === 'object' && address !== null ? address.port : port);
    });
  });
}

function close(server: Server): Promise<void> {
  return new Promise((resolve) => {
    server.close(() => resolve());
    server.closeIdleConnections();
    setTimeout(() => server.closeAllConnections(), LAST_WORDS).unref();
  });
}
