import { setTimeout as pause } from 'node:timers/promises';
import { expect } from 'vitest';
import type { Host } from './host.ts';

/** How long connections may take to find their way back, in milliseconds: more than they ever do on a busy machine. */
const PATIENCE = 60_000;

/**
 * Waits until the engine works again by itself: records a referral it was not told of before and decides on it with
 * both stores. Nobody restarts anything.
 */
export async function recovered(host: Host, n: number): Promise<void> {
  const deadline = performance.now() + PATIENCE;
  for (let attempt = 0; ; attempt += 1) {
    const told = await host.tell(n);
    const decisions = told ? await host.ask(n, `recovered-${attempt}`) : [];
    const sound = decisions.filter(({ degraded }) => degraded === undefined);
    if (sound.length === 3) return;
    expect(
      performance.now(),
      `still ${decisions[0]?.degraded ?? String(host.refusals.at(-1))}`,
    ).toBeLessThan(deadline);
    await pause(100);
  }
}
