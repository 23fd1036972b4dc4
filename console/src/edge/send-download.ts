import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import type { Response } from 'express';
import type { Download } from '../answer.ts';

/** Sends a file as it is made. When that fails midway the connection breaks, so that half a file does not look whole. */
export async function sendDownload(
  response: Response,
  { name, type, body }: Download,
): Promise<void> {
  response.status(200);
  response.setHeader('content-type', type);
  response.setHeader('content-disposition', `attachment; filename="${name}"`);
  await pipeline(Readable.from(body, { objectMode: true }), response).catch((error: unknown) => {
    if (!isGone(error)) throw error;
  });
}

/** Whoever asked went away: nothing went wrong. */
function isGone(error: unknown): boolean {
  return error instanceof Error && 'code' in error && error.code === 'ERR_STREAM_PREMATURE_CLOSE';
}
