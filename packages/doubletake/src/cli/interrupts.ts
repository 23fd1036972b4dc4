/** Ends a command between two steps because somebody pressed ctrl-C, or a supervisor asked it to end. What was done and told so far stands. */
export class Interrupted extends Error {}

/** Hears ctrl-C and SIGTERM for work that ends between two steps. */
export interface Interrupts {
  /** Aborted, with `Interrupted`, once it was asked to end. */
  readonly signal: AbortSignal;
  /** Stops hearing it. */
  readonly end: () => void;
}

const ASKING = ['SIGINT', 'SIGTERM'] as const;

/** Begins to hear them; a second one ends the process as ever. */
export function interrupts(): Interrupts {
  const pressed = new AbortController();
  const stop = (): void => pressed.abort(new Interrupted('interrupted'));
  for (const asking of ASKING) process.once(asking, stop);
  const end = (): void => {
    for (const asking of ASKING) process.off(asking, stop);
  };
  return { signal: pressed.signal, end };
}

/** What comes until a signal is aborted; whatever is still being waited for then is left. */
export async function* untilAborted<Item>(
  items: AsyncIterable<Item>,
  signal: AbortSignal,
): AsyncGenerator<Item> {
  const over = new Promise<undefined>((resolve) => {
    signal.addEventListener('abort', () => resolve(undefined), { once: true });
  });
  const iterator = items[Symbol.asyncIterator]();
  while (!signal.aborted) {
    const next = await Promise.race([iterator.next(), over]);
    if (next === undefined || next.done === true) return;
    yield next.value;
  }
}
