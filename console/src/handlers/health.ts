import type { Answer } from '../answer.ts';

/** That this process answers; nothing about its stores. */
export function health(): Answer {
  return { json: { ok: true }, status: 200 };
}
