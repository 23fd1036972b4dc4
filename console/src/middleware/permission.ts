import type { RequestHandler } from 'express';
import type { House } from '../house.ts';
import { may, type Permission } from '../permissions.ts';
import { Refused } from '../refused.ts';

/** Lets only those through who hold the permission; everybody else signs in first, or is refused. */
export function permission(house: House, needed: Permission): RequestHandler {
  return (request, response, next) => {
    const { user } = response.locals;
    if (user === undefined) {
      const reads = request.method === 'GET' && request.accepts(['html', 'json']) === 'html';
      const back = encodeURIComponent(request.originalUrl);
      if (reads) response.redirect(303, `/sign-in?next=${back}`);
      else next(new Refused(401, 'nobody is signed in'));
      return;
    }
    if (!may(user.role, needed)) {
      next(new Refused(403, `role \`${user.role}\` has no \`${needed}\``));
      return;
    }
    const lacksFactor = user.totpSecret === undefined && user.subject === undefined;
    if (lacksFactor && house.secondFactor === 'required' && needed !== 'me.manage')
      response.redirect(303, '/me/second-factor');
    else next();
  };
}
