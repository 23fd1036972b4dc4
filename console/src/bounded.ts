import { Refused } from './refused.ts';
import { countingStoreTime, storeTimeLeft } from './store-time.ts';

/**
 * A store that answers within a time or fails: a call that takes longer, or fails because the store cannot be reached,
 * is refused with 503, and one that was given what no store keeps with 400. What was asked may still be done. The time is
 * for all the calls of one request together, so that a page of many questions is answered in it as well.
 */
export function bounded<Port extends object>(port: Port, milliseconds: number): Port {
  return new Proxy(port, {
    get(target, key): unknown {
      const member: unknown = Reflect.get(target, key);
      if (typeof member !== 'function') return member;
      return (...args: unknown[]): Promise<unknown> =>
        countingStoreTime(() =>
          within(milliseconds, async () => Reflect.apply(member, target, args) as unknown),
        );
    },
  });
}

async function within(milliseconds: number, ask: () => Promise<unknown>): Promise<unknown> {
  const left = storeTimeLeft(milliseconds);
  if (left <= 0) throw tooLate();
  return new Promise((resolve, reject) => {
    const late = setTimeout(() => reject(tooLate()), left);
    ask()
      .then(resolve, (error: unknown) => reject(refusalOf(error)))
      .finally(() => clearTimeout(late));
  });
}

const tooLate = (): Refused => new Refused(503, 'a store did not answer in time');

/** How the codes of ports end, of a store that cannot answer now and of a text none keeps; any other code is a bug. */
const REFUSALS = [
  { ends: /_(unavailable|timeout|full|emptied|contended|behind)$/, status: 503 },
  { ends: /_text_refused$/, status: 400 },
] as const;

function refusalOf(error: unknown): Error {
  if (!(error instanceof Error)) return new Error('a store failed', { cause: error });
  const code = 'code' in error ? error.code : undefined;
  const known = REFUSALS.find(({ ends }) => typeof code === 'string' && ends.test(code));
  return known === undefined ? error : new Refused(known.status, error.message, { cause: error });
}
