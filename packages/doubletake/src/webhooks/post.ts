import http from 'node:http';
import https from 'node:https';
import { isIPv6, type LookupFunction } from 'node:net';
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

/** Posts a message to an address that was looked at before, and follows no redirect. Never rejects. */
export function post(target: Target, message: Message, timeout: number): Promise<Reply> {
  const { url, address } = target;
  const { request } = url.protocol === 'https:' ? https : http;
  return new Promise((resolve) => {
    const sent = request(url, {
      method: 'POST',
      headers: { ...message.headers, 'content-length': Buffer.byteLength(message.body) },
      agent: false,
      lookup: pinned(address),
      signal: AbortSignal.timeout(timeout),
    });
    sent.on('error', (error) => resolve({ outcome: outcomeOfError(error) }));
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

const outcomeOfError = ({ name }: Error): AttemptOutcome =>
  name === 'AbortError' || name === 'TimeoutError' ? 'timed_out' : 'unreachable';
