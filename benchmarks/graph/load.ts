import type { IdentityGraph } from '@doubletake/scoring';
import { writesOf } from './population.ts';

const BATCH = 1000;

/** Projects that many accounts; returns accounts per second of waiting and of this process's own work. */
export async function load(
  graph: IdentityGraph,
  accounts: number,
): Promise<{ perSecond: number; perCpuSecond: number }> {
  const begun = performance.now();
  const used = process.cpuUsage();
  let waiting = 0;
  for (let from = 0; from < accounts; from += BATCH) {
    const size = Math.min(BATCH, accounts - from);
    const writes = Array.from({ length: size }, (_, index) => writesOf(from + index)).flat();
    const asked = performance.now();
    await graph.project(writes);
    waiting += performance.now() - asked;
  }
  const { user, system } = process.cpuUsage(used);
  const making = performance.now() - begun - waiting;
  return {
    perSecond: Math.round((accounts * 1000) / waiting),
    perCpuSecond: Math.round((accounts * 1e6) / (user + system - making * 1000)),
  };
}
