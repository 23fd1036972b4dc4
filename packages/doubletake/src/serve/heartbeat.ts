const BEAT = 1_000;

/** How long to leave a store alone that just failed. */
const REST = 5_000;

/**
 * Does some work again and again, a second after it was last done, one round after another; gives what ends that, once the
 * round under way is over. A round that fails is told, and taken up again after a rest: what is owed waits in the ledger.
 */
export function heartbeat(
  work: () => Promise<unknown>,
  onFailure: (error: unknown) => void,
): () => Promise<void> {
  let timer: NodeJS.Timeout | undefined;
  let isOver = false;
  let round: Promise<void> = Promise.resolve();
  const beat = async (): Promise<void> => {
    let rest = BEAT;
    try {
      await work();
    } catch (error) {
      onFailure(error);
      rest = REST;
    }
    if (!isOver) next(rest);
  };
  const next = (rest: number): void => {
    timer = setTimeout(() => {
      round = beat();
    }, rest);
  };
  next(BEAT);
  return async () => {
    isOver = true;
    clearTimeout(timer);
    await round;
  };
}
