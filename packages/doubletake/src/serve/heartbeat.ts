const BEAT = 1_000;

/** How long to leave a store alone that just failed. */
const REST = 5_000;

/**
 * Does some work again and again, a second after it was last done, one round after another; gives what ends that. The work is
 * given a signal, aborted when it is to end, and waited for. A round that fails is told, and taken up again after a rest: what
 * is owed waits in the ledger.
 */
export function heartbeat(
  work: (signal: AbortSignal) => Promise<unknown>,
  onFailure: (error: unknown) => void,
): () => Promise<void> {
  const over = new AbortController();
  let timer: NodeJS.Timeout | undefined;
  let round: Promise<void> = Promise.resolve();
  const beat = async (): Promise<void> => {
    let rest = BEAT;
    try {
      await work(over.signal);
    } catch (error) {
      // That it was to end is why it did.
      if (error !== over.signal.reason) onFailure(error);
      rest = REST;
    }
    if (!over.signal.aborted) next(rest);
  };
  const next = (rest: number): void => {
    timer = setTimeout(() => {
      round = beat();
    }, rest);
  };
  next(BEAT);
  return async () => {
    over.abort();
    clearTimeout(timer);
    await round;
  };
}
