import type { ErrorRequestHandler } from 'express';
import { ERROR_TEXTS, errorStatus } from '../error-texts.ts';
import type { Edge } from '../edge/edge.ts';
import { sendAnswer } from '../edge/send-answer.ts';

/**
 * The last resort. It must not fail in turn: when even the error page cannot be made, plain text says so, and the
 * process lives on.
 */
export function errors(edge: Edge): ErrorRequestHandler {
  // oxlint-disable-next-line max-params -- Express knows an error handler by its four parameters
  return async (error: unknown, request, response, _next) => {
    const status = errorStatus(statusOf(error));
    try {
      const message =
        error instanceof Error ? error.message : 'something that is no error was thrown';
      edge.house.log(status < 500 ? 'request.refused' : 'request.failed', {
        requestId: response.locals.requestId,
        method: request.method,
        route: withoutSecret(request.path),
        status,
        message,
        ...(status === 500 && error instanceof Error ? { stack: error.stack } : {}),
      });
      // What is under way cannot be taken back; the connection ends and says as much.
      if (response.headersSent) response.destroy();
      else await sendAnswer(edge, { request, response, answer: { refused: status } });
    } catch {
      if (response.headersSent) response.destroy();
      else response.status(status).type('text/plain').end(`${ERROR_TEXTS[status].title}.\n`);
    }
  };
}

// INVARIANT: who reads the log cannot come in by a link that is still good.
const withoutSecret = (path: string): string => path.replace(/^\/(join|set-up)\/.*/i, '/$1/…');

/** What Express and its parsers put on their errors, and what `Refused` carries. */
function statusOf(error: unknown): unknown {
  return typeof error === 'object' && error !== null && 'status' in error ? error.status : 500;
}
