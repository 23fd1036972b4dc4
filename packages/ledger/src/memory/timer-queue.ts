import type { Instant, Timer } from '@doubletake/scoring';
import { compareText } from '../compare-text.ts';
import { sortedPosition } from './sorted-position.ts';

/** Screenings owed, the earliest first. */
export class TimerQueue {
  readonly #ofReward = new Map<string, readonly Timer[]>();
  readonly #ascending: Timer[] = [];

  of(rewardId: string): readonly Timer[] {
    return this.#ofReward.get(rewardId) ?? [];
  }

  /** Replaces everything a reward owes. */
  set(rewardId: string, timers: readonly Timer[]): void {
    for (const timer of this.of(rewardId)) this.#ascending.splice(this.#position(timer), 1);
    this.#ofReward.delete(rewardId);
    if (timers.length > 0) this.#ofReward.set(rewardId, timers);
    for (const timer of timers) this.#ascending.splice(this.#position(timer), 0, timer);
  }

  until(instant: Instant, limit: number): readonly Timer[] {
    const due = sortedPosition(this.#ascending, ({ at }) => at <= instant);
    return this.#ascending.slice(0, Math.min(due, limit));
  }

  #position(timer: Timer): number {
    return sortedPosition(this.#ascending, (other) => compareTimers(other, timer) < 0);
  }
}

/** Order in which screenings are taken up. */
function compareTimers(a: Timer, b: Timer): number {
  return a.at - b.at || compareText(a.rewardId, b.rewardId) || compareText(a.trigger, b.trigger);
}
