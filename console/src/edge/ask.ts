import type { Request, Response } from 'express';
import { digest } from '../access/digest.ts';
import type { Asked } from '../asked.ts';
import type { House } from '../house.ts';
import { Refused } from '../refused.ts';
import { sessionOf } from './session-of.ts';

/**
 * An Express request as handlers see it.
 * @throws {Refused} with 400 when it holds what no store can keep
 */
export function ask(house: House, request: Request, response: Response): Asked {
  const session = sessionOf(request);
  const form = isRecord(request.body) ? request.body : {};
  if ([request.params, request.query, form].some(holdsNul))
    throw new Refused(400, 'U+0000 in what was asked');
  return {
    house,
    params: firsts(request.params),
    query: firsts(request.query),
    form,
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

/** Whether a value has U+0000 in it: no form that people fill in sends one, and PostgreSQL keeps none in text. */
const holdsNul = (values: object): boolean =>
  Object.values(values).some((value: unknown) => [value].flat().some(isWithNul));

const isWithNul = (value: unknown): boolean => typeof value === 'string' && value.includes('\0');

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null;
}
