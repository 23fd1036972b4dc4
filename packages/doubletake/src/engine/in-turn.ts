import { setTimeout as pause } from 'node:timers/promises';
import type { IdentityGraph } from '@doubletake/scoring';

/** How often it is asked whose turn it is, in milliseconds. */
const TURN = 200;

/**
 * Does work on the whole graph once no other process is at such work: several that meet an empty graph would each fill
 * it, all of that load at once on servers that just came back.
 */
export async function inTurn<Result>(
  graph: IdentityGraph,
  work: () => Promise<Result>,
): Promise<Result> {
  for (;;) {
    const result = await graph.alone(work);
    if (result !== undefined) return result;
    await pause(TURN);
  }
}
