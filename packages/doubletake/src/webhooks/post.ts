import http from 'node:http';
import https from 'node:https';
import { isIPv6, type LookupFunction } from 'node:net';
import { TLSSocket } from 'node:tls';
import type { AttemptOutcome } from '@doubletake/scoring';
import type { Target } from './target.ts';

/** What is sent. */
export interface Message {
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
}

/** What came back. */
export interface Reply {
  readonly outcome: AttemptOutcome;
  readonly status?: number;
}

const GONE = 410;
/** Nothing a receiver says beyond its status is read; this much of it is taken in before the line is cut. */
const BODY_LIMIT = 16_384;

/** What a try is given. */
interface Means {
  /** Milliseconds for all of it. */
  readonly timeout: number;
  /** Whose certificates are trusted. @defaultValue those Node.js trusts */
  readonly trust?: https.Agent | undefined;
}

/** Posts a message to an address that was looked at before, and follows no redirect. Never rejects. */
export function post(target: Target, message: Message, means: Means): Promise<Reply> {
  const { url, address } = target;
  const { timeout, trust = false } = means;
  const isSecure = url.protocol === 'https:';
  const { request } = isSecure ? https : http;
  return new Promise((resolve) => {
    const sent = request(url, {
      method: 'POST',
      headers: { ...message.headers, 'content-length': Buffer.byteLength(message.body) },
      agent: isSecure && trust,
      lookup: pinned(address),
      signal: AbortSignal.timeout(timeout),
    });
    sent.on('error', (error) => resolve({ outcome: outcomeOfError(error, sent) }));
    sent.on('response', (response) => {
      const { statusCode: status = 0 } = response;
      resolve({ outcome: outcomeOf(status), status });
      let taken = 0;
      response.on('error', () => {});
      response.on('data', (bytes: Buffer) => {
        taken += bytes.length;
        if (taken > BODY_LIMIT) response.destroy();
      });
    });
    sent.end(message.body);
  });
}

/** INVARIANT: the connection goes to the address that was checked; the name is not resolved a second time. */
function pinned(address: string): LookupFunction {
  const family = isIPv6(address) ? 6 : 4;
  return (_, { all }, done) => {
    if (all === true) done(null, [{ address, family }]);
    else done(null, address, family);
  };
}

function outcomeOf(status: number): AttemptOutcome {
  if (status >= 200 && status < 300) return 'delivered';
  if (status >= 300 && status < 400) return 'redirected';
  return status === GONE ? 'gone' : 'refused';
}

function outcomeOfError({ name }: Error, { socket }: http.ClientRequest): AttemptOutcome {
  if (name === 'AbortError' || name === 'TimeoutError') return 'timed_out';
  // What the certificate was refused for: its signer, its time, or the name it is for.
  const isRefused = socket instanceof TLSSocket && Boolean(socket.authorizationError);
  return isRefused ? 'certificate_refused' : 'unreachable';
}
