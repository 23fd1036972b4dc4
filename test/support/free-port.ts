import { createServer } from 'node:net';

/** Where ports begin: below those that systems give to outgoing connections, of which tests open thousands meanwhile. */
const FIRST = 10_000;
/** How many ports each of the test runner's workers has to itself: what one picks the other does not bind first. */
const EACH = 1000;
const worker = Number(process.env['VITEST_POOL_ID'] ?? 0) % 10;

/** Ports are picked in turn, from anywhere on: other test runs of the machine begin elsewhere. */
let next = Math.floor(Math.random() * EACH);

/** A port nobody listens on, low enough that a cluster's second port, 10000 above, exists too and is nobody's either. */
export async function freePort(): Promise<number> {
  for (;;) {
    const port = FIRST + EACH * worker + (next % EACH);
    next += 1;
    if ((await isFree(port)) && (await isFree(port + 10_000))) return port;
  }
}

async function isFree(port: number): Promise<boolean> {
  const server = createServer();
  return new Promise((resolve) => {
    server.once('error', () => resolve(false));
    server.listen(port, '127.0.0.1', () => server.close(() => resolve(true)));
  });
}
