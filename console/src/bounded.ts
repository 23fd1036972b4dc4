import { Refused } from './refused.ts';

/**
 * A store that answers within a time or fails: a call that takes longer, or fails because the store cannot be reached,
 * is refused with 503. What was asked may still be done.
 */
export function bounded<Port extends object>(port: Port, milliseconds: number): Port {
  return new Proxy(port, {
    get(target, key): unknown {
      const member: unknown = Reflect.get(target, key);
      if (typeof member !== 'function') return member;
      return (...args: unknown[]): Promise<unknown> =>
        within(milliseconds, async () => Reflect.apply(member, target, args) as unknown);
    },
  });
}

function within(milliseconds: number, ask: () => Promise<unknown>): Promise<unknown> {
  return new Promise((resolve, reject) => {
    const late = setTimeout(
      () => reject(new Refused(503, 'a store did not answer in time')),
      milliseconds,
    );
    ask()
      .then(resolve, (error: unknown) => reject(outOfReach(error)))
      .finally(() => clearTimeout(late));
  });
}

function outOfReach(error: unknown): Error {
  if (!(error instanceof Error)) return new Error('a store failed', { cause: error });
  const code = 'code' in error ? error.code : undefined;
  if (typeof code !== 'string' || !code.endsWith('_unavailable')) return error;
  return new Refused(503, error.message, { cause: error });
}
