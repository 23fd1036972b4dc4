import type { IdentityGraph } from '@doubletake/scoring';
import { writesOf } from './population.ts';

const BATCH = 1000;

/** Projects that many accounts; returns accounts per second of waiting and of this process's own work. */
export async function load(
  graph: IdentityGraph,
  accounts: number,
): Promise<{ perSecond: number; perCpuSecond: number }> {
  let waited = 0;
  let worked = 0;
  for (let from = 0; from < accounts; from += BATCH) {
    const size = Math.min(BATCH, accounts - from);
    const writes = Array.from({ length: size }, (_, index) => writesOf(from + index)).flat();
    const asked = performance.now();
    const before = process.cpuUsage();
    await graph.project(writes);
    const { user, system } = process.cpuUsage(before);
    worked += user + system;
    waited += performance.now() - asked;
  }
  return {
    perSecond: Math.round((accounts * 1000) / waited),
    perCpuSecond: Math.round((accounts * 1e6) / worked),
  };
}
