import type { GraphStats } from '@doubletake/scoring';
import { fillGraph, type OnFilled, type OnUnreadable } from '../engine/fill-graph.ts';
import { inTurn } from '../engine/in-turn.ts';
import type { EngineParts } from '../engine/parts.ts';
import { catchUp } from '../engine/project.ts';

/**
 * Empties the graph and fills it anew from the ledger; decisions come out the same. Accounts whose profile does not open any
 * more are passed over, and told.
 */
export async function rebuildGraph(
  parts: EngineParts,
  onFilled: OnFilled,
  onUnreadable: OnUnreadable = () => {},
): Promise<GraphStats> {
  // Nothing is emptied for a ledger that gives nothing to fill it with.
  await parts.ledger.census.accounts(1);
  // Engines at work see it empty, and wait for it.
  await inTurn(parts.graph, async () => {
    await parts.graph.clear();
    return fillGraph(parts, onFilled, onUnreadable);
  });
  await catchUp(parts);
  return parts.graph.stats();
}
