import type { Instant, Timer } from '@doubletake/scoring';
import { compareText } from './compare-text.ts';
import { sortedPosition } from './sorted-position.ts';

/** Ends of waits, one per reward at most, the earliest first. */
export class TimerQueue {
  readonly #byReward = new Map<string, Timer>();
  readonly #ascending: Timer[] = [];

  /** Replaces what a reward waits for; undefined when it waits no more. */
  set(rewardId: string, timer: Timer | undefined): void {
    const before = this.#byReward.get(rewardId);
    if (before !== undefined) this.#ascending.splice(this.#position(before), 1);
    this.#byReward.delete(rewardId);
    if (timer === undefined) return;
    this.#byReward.set(rewardId, timer);
    this.#ascending.splice(this.#position(timer), 0, timer);
  }

  until(instant: Instant, limit: number): readonly Timer[] {
    const due = sortedPosition(this.#ascending, ({ at }) => at <= instant);
    return this.#ascending.slice(0, Math.min(due, limit));
  }

  #position(timer: Timer): number {
    return sortedPosition(
      this.#ascending,
      (other) => (other.at - timer.at || compareText(other.rewardId, timer.rewardId)) < 0,
    );
  }
}
