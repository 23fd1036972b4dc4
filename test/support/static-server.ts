import { createServer } from 'node:http';

/** One file as the server answers it; the rest are response headers. */
export interface ServedFile {
  readonly body: string;
  readonly headers: Readonly<Record<string, string>>;
}

/** Serves files from memory on a free loopback port, by path; any other path is a 404. */
export async function serveFiles(
  files: Readonly<Record<string, ServedFile>>,
): Promise<{ origin: string; close: () => Promise<void> }> {
  const server = createServer((request, response) => {
    const file = files[request.url ?? ''];
    response.writeHead(file === undefined ? 404 : 200, file?.headers).end(file?.body);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('expected a port');
  return {
    origin: `http://127.0.0.1:${address.port}`,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}
