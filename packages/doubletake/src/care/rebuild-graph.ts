import type { GraphStats } from '@doubletake/scoring';
import { fillGraph, type OnFilled } from '../engine/fill-graph.ts';
import type { EngineParts } from '../engine/parts.ts';
import { catchUp } from '../engine/project.ts';

/** Empties the graph and fills it anew from the ledger; decisions come out the same. */
export async function rebuildGraph(parts: EngineParts, onFilled: OnFilled): Promise<GraphStats> {
  await parts.graph.clear();
  await fillGraph(parts, onFilled);
  await catchUp(parts);
  return parts.graph.stats();
}
