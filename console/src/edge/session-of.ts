import type { Request } from 'express';

/** A request's session. Typed as always there, it is not: before sessions, and when their store is down. */
export function sessionOf(request: Request): Request['session'] | undefined {
  return 'session' in request ? request.session : undefined;
}
