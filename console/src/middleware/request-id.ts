import type { RequestHandler } from 'express';
import type { House } from '../house.ts';

declare global {
  namespace Express {
    interface Locals {
      requestId: string;
    }
  }
}

/** Numbers every request. An id from outside is not taken over: it would be written into our log. */
export function requestId({ random }: House): RequestHandler {
  return (_request, response, next) => {
    response.locals.requestId = Buffer.from(random(9)).toString('base64url');
    response.setHeader('x-request-id', response.locals.requestId);
    next();
  };
}
