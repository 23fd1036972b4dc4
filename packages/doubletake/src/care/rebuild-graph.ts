import type { GraphStats } from '@doubletake/scoring';
import type { EngineParts } from '../engine/parts.ts';
import { catchUp } from '../engine/project.ts';

/** Empties the graph and fills it anew from the ledger; decisions come out the same. */
export async function rebuildGraph(
  parts: EngineParts,
  onProgress: (cursor: number) => void,
): Promise<GraphStats> {
  await parts.graph.clear();
  await catchUp(parts, onProgress);
  return parts.graph.stats();
}
