/** Ends a command because somebody pressed ctrl-C, or a supervisor asked it to end. What was done and told so far stands. */
export class Interrupted extends Error {}

const ASKING = ['SIGINT', 'SIGTERM'] as const;

/** Begins to hear ctrl-C and SIGTERM: aborted, with `Interrupted`, by the first; a second one ends the process as ever. */
export function interrupts(): AbortSignal {
  const asked = new AbortController();
  const stop = (): void => {
    for (const asking of ASKING) process.off(asking, stop);
    asked.abort(new Interrupted('ended by ctrl-C or SIGTERM; what was done until then stands'));
  };
  for (const asking of ASKING) process.on(asking, stop);
  return asked.signal;
}

/** What some work gives, or a rejection as soon as a signal is aborted; the work is left then, wherever it is. */
export async function unlessAborted<Result>(
  work: Promise<Result>,
  signal: AbortSignal,
): Promise<Result> {
  return new Promise((resolve, reject) => {
    const stop = (): void => reject(signal.reason);
    signal.addEventListener('abort', stop, { once: true });
    if (signal.aborted) stop();
    // INVARIANT: nothing the signal holds outlives the work: raced with a promise that lives on, every result would be kept.
    const go = (): void => signal.removeEventListener('abort', stop);
    work.finally(go).then(resolve, reject);
  });
}

/** Resolves once a signal is aborted. */
export async function aborted(signal: AbortSignal): Promise<void> {
  if (signal.aborted) return;
  await new Promise((resolve) => {
    signal.addEventListener('abort', resolve, { once: true });
  });
}

/** What comes until a signal is aborted; whatever is still being waited for then is left. */
export async function* untilAborted<Item>(
  items: AsyncIterable<Item>,
  signal: AbortSignal,
): AsyncGenerator<Item> {
  const iterator = items[Symbol.asyncIterator]();
  while (!signal.aborted) {
    const next = await unlessAborted(iterator.next(), signal).catch((error: unknown) => {
      if (signal.aborted) return undefined;
      throw error;
    });
    if (next === undefined || next.done === true) return;
    yield next.value;
  }
}
