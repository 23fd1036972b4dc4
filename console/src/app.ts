import express, { type Express, type RequestHandler } from 'express';
import { ask } from './edge/ask.ts';
import type { Edge } from './edge/edge.ts';
import { render } from './edge/render.ts';
import { sendAnswer } from './edge/send-answer.ts';
import { sessionOf } from './edge/session-of.ts';
import type { House } from './house.ts';
import { currentUser } from './middleware/current-user.ts';
import { errors } from './middleware/errors.ts';
import { permission } from './middleware/permission.ts';
import { requestId } from './middleware/request-id.ts';
import { sameOrigin } from './middleware/same-origin.ts';
import { securityHeaders } from './middleware/security-headers.ts';
import { sessions } from './middleware/sessions.ts';
import { staticFiles } from './middleware/static-files.ts';
import { Refused } from './refused.ts';
import { ROUTES } from './routes.ts';
import type { Route } from './routes/route.ts';
import { asRequest } from './store-time.ts';

const FORM_LIMIT = '64kb';

/** The console as an Express application. Wiring only: what it does is in the table of routes. */
export function createApp(house: House): Express {
  const edge: Edge = { house, files: staticFiles(), render };
  const app = express();
  app.disable('x-powered-by');
  app.set('query parser', 'simple');
  app.set('trust proxy', house.proxies);
  app.set('etag', false);

  app.use((_request, response, next) => asRequest(() => response.headersSent, next));
  app.use(requestId(house), securityHeaders(house), edge.files.serve);
  // INVARIANT: what stands before sessions reads none, so that it needs no store and has nobody's rights.
  app.use(express.json({ type: ['application/csp-report'], limit: '16kb' }));
  for (const route of ROUTES) if (route.permission === 'open') mount(route);
  app.use(sameOrigin(house), sessions(house), sessionOrNothing, currentUser(house));
  app.use(express.urlencoded({ extended: false, limit: FORM_LIMIT, parameterLimit: 500 }));
  for (const route of ROUTES) if (route.permission !== 'open') mount(route);
  app.use((_request, _response, next) => next(new Refused(404, 'no such page')));
  app.use(errors(edge));
  return app;

  function mount(route: Route): void {
    const guards: RequestHandler[] =
      route.permission === 'open' || route.permission === 'anyone'
        ? []
        : [permission(house, route.permission)];
    app[route.method](route.path, ...guards, async (request, response) => {
      const asked = ask(house, request, response);
      await sendAnswer(edge, { request, response, answer: await answerOf(route, asked) });
    });
  }
}

/** `express-session` goes on without a session when its store is down; nobody behind it expects that. */
const sessionOrNothing: RequestHandler = (request, _response, next) => {
  next(sessionOf(request) === undefined ? new Refused(503, 'no session') : undefined);
};

async function answerOf(route: Route, asked: ReturnType<typeof ask>) {
  if (route.permission === 'open' || route.permission === 'anyone') return route.handler(asked);
  const { user } = asked;
  if (user === undefined) throw new Refused(401, 'nobody is signed in');
  return route.handler({ ...asked, user });
}
