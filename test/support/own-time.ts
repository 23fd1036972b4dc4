/** How long a turn is, in milliseconds: what times here are counted in. */
const TURN = 20;

/**
 * Starts counting the time this process is given, told in milliseconds when it is stopped. On a busy machine it stands still
 * now and then; its time-outs do so with it, and what they promise is told by the clock they go by.
 */
export function ownTime(): () => number {
  let turns = 0;
  const timer = setInterval(() => (turns += 1), TURN);
  return () => {
    clearInterval(timer);
    return turns * TURN;
  };
}
