import type { RequestHandler } from 'express';
import session from 'express-session';
import type { House } from '../house.ts';
import type { Remembered } from '../remembered.ts';
import { SessionStore } from './session-store.ts';

declare module 'express-session' {
  interface SessionData {
    remembered: Remembered;
  }
}

/** Sessions by cookie: `__Host-` over TLS, a plain name on the loopback of a demonstration. */
export function sessions({ access, now, random, secrets, origin }: House): RequestHandler {
  const overTls = origin.startsWith('https:');
  const withSession = session({
    store: new SessionStore({ access, now }),
    name: overTls ? '__Host-doubletake' : 'doubletake',
    secret: [...secrets],
    genid: () => Buffer.from(random(32)).toString('base64url'),
    resave: false,
    saveUninitialized: false,
    proxy: true,
    // Gone with the browser; how long it lasts is the store's to say.
    cookie: { path: '/', httpOnly: true, sameSite: 'lax', secure: overTls },
  });
  return (request, response, next) => {
    // How the browser came here is known from the configuration, and from nobody who could claim it.
    request.headers['x-forwarded-proto'] = overTls ? 'https' : 'http';
    withSession(request, response, next);
  };
}
