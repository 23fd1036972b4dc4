import type { User } from '@doubletake/scoring';
import type { RequestHandler } from 'express';
import type { House } from '../house.ts';

declare global {
  namespace Express {
    interface Locals {
      user?: User;
    }
  }
}

/** Who is signed in, read afresh with each request: a role taken away is gone at once (ASVS 5.0 §8.3.2). */
export function currentUser({ access }: House): RequestHandler {
  return async (request, response, next) => {
    const userId = request.session.remembered?.userId;
    const user = userId === undefined ? undefined : await access.user(userId);
    if (user !== undefined && user.disabledAt === undefined) response.locals.user = user;
    next();
  };
}
