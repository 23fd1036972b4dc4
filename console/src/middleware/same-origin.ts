import type { RequestHandler } from 'express';
import type { House } from '../house.ts';
import { Refused } from '../refused.ts';

const SAFE: ReadonlySet<string> = new Set(['GET', 'HEAD', 'OPTIONS']);

/**
 * Lets a request that changes something through only from the console's own pages: `Sec-Fetch-Site: same-origin`, and
 * from a browser without it an `Origin` that is ours (OWASP, cross-site request forgery by Fetch Metadata). Before
 * sessions, so that a forged request never touches one.
 */
export function sameOrigin({ origin }: House): RequestHandler {
  return (request, _response, next) => {
    const site = request.headers['sec-fetch-site'];
    const ours = site === undefined ? request.headers.origin === origin : site === 'same-origin';
    if (SAFE.has(request.method) || ours) next();
    else next(new Refused(403, 'a form from another site'));
  };
}
