/** Runs work a few at a time, keeps a few waiting, and turns away the rest. */
export function queued(
  atOnce: number,
  waiting: number,
): <Result>(work: () => Promise<Result>, turnAway: () => never) => Promise<Result> {
  let running = 0;
  const queue: (() => void)[] = [];
  return async (work, turnAway) => {
    if (running >= atOnce) {
      if (queue.length >= waiting) turnAway();
      // The one who leaves hands its place over, so that nobody slips in between.
      await new Promise<void>((resolve) => queue.push(resolve));
    } else running += 1;
    try {
      return await work();
    } finally {
      const next = queue.shift();
      if (next === undefined) running -= 1;
      else next();
    }
  };
}
