import { Refused } from './refused.ts';

/** The same work, one at a time: a second call is refused with 429 while one runs, even if nobody waits for it any more. */
export function singly<Args extends readonly unknown[], Result>(
  work: (...args: Args) => Promise<Result>,
): (...args: Args) => Promise<Result> {
  let running = false;
  return async (...args) => {
    if (running) throw new Refused(429, 'it is being done already');
    running = true;
    try {
      return await work(...args);
    } finally {
      running = false;
    }
  };
}
