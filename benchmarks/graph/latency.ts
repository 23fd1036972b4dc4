/** How long something took at a given concurrency, in microseconds, and how often per second it was done. */
export interface Latency {
  readonly p50: number;
  readonly p99: number;
  readonly perSecond: number;
  readonly cpu: number;
}

/** Does something over and over, so many at once, for some milliseconds. */
export async function measure(
  once: () => Promise<unknown>,
  { concurrency, duration }: { concurrency: number; duration: number },
): Promise<Latency> {
  const times: number[] = [];
  const begun = performance.now();
  const used = process.cpuUsage();
  const loop = async (): Promise<void> => {
    while (performance.now() - begun < duration) {
      const asked = performance.now();
      await once();
      times.push(performance.now() - asked);
    }
  };
  await Promise.all(Array.from({ length: concurrency }, loop));
  const { user, system } = process.cpuUsage(used);
  times.sort((left, right) => left - right);
  const at = (share: number): number =>
    Math.round(1000 * (times[Math.floor(times.length * share)] ?? 0));
  return {
    p50: at(0.5),
    p99: at(0.99),
    perSecond: Math.round((1000 * times.length) / (performance.now() - begun)),
    cpu: Math.round((10 * (user + system)) / times.length) / 10,
  };
}

/** The middle one. */
export function median(values: readonly number[]): number {
  const sorted = values.toSorted((left, right) => left - right);
  return sorted[Math.floor(sorted.length / 2)] ?? NaN;
}
