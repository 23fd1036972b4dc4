import type { Request } from 'express';
import type { SessionChange } from '../answer.ts';
import type { Remembered } from '../remembered.ts';

/** Changes a request's session, and resolves when the store has it. */
export async function changeSession(request: Request, change: SessionChange): Promise<void> {
  if ('end' in change) return settled((done) => request.session.destroy(done));
  if ('begin' in change) {
    // INVARIANT: whoever signs in gets an id that nobody could have known before (session fixation).
    await settled((done) => request.session.regenerate(done));
    request.session.remembered = change.begin;
  } else request.session.remembered = merged(request.session.remembered ?? {}, change.keep);
  // Awaited here: a page must not say what the store does not know yet.
  return settled((done) => request.session.save(done));
}

function merged(
  before: Remembered,
  keep: { readonly [Key in keyof Remembered]?: Remembered[Key] | undefined },
): Remembered {
  const entries = Object.entries({ ...before, ...keep });
  return Object.fromEntries(entries.filter(([, value]) => value !== undefined));
}

function settled(run: (done: (error: unknown) => void) => unknown): Promise<void> {
  return new Promise((resolve, reject) => {
    run((error) => {
      if (error === undefined || error === null) resolve();
      else reject(error instanceof Error ? error : new Error('a session was not kept'));
    });
  });
}
