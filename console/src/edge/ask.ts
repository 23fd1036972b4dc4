import type { Request, Response } from 'express';
import { digest } from '../access/digest.ts';
import type { Asked } from '../asked.ts';
import type { House } from '../house.ts';
import { sessionOf } from './session-of.ts';

/** An Express request as handlers see it. */
export function ask(house: House, request: Request, response: Response): Asked {
  const session = sessionOf(request);
  return {
    house,
    params: firsts(request.params),
    query: firsts(request.query),
    form: isRecord(request.body) ? request.body : {},
    user: response.locals.user,
    sessionId: session === undefined ? '' : digest(session.id),
    session: session?.remembered ?? {},
    at: house.now(),
    ip: request.ip ?? '',
    agent: (request.get('user-agent') ?? '').slice(0, 200),
    url: request.originalUrl,
  };
}

function firsts(values: object): Readonly<Record<string, string>> {
  const entries = Object.entries(values).flatMap(([name, value]: [string, unknown]) => {
    const first: unknown = Array.isArray(value) ? value[0] : value;
    return typeof first === 'string' ? [[name, first] as const] : [];
  });
  return Object.fromEntries(entries);
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null;
}
