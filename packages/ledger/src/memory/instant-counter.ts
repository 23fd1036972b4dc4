import type { Instant } from '@doubletake/scoring';
import { sortedPosition } from './sorted-position.ts';

/** Counts instants up to any instant. They come nearly in order, so that keeping a list sorted is cheap. */
export class InstantCounter {
  readonly #ascending: Instant[] = [];

  add(instant: Instant): void {
    this.#ascending.splice(this.upTo(instant), 0, instant);
  }

  remove(instant: Instant): void {
    const position = this.upTo(instant) - 1;
    if (this.#ascending[position] === instant) this.#ascending.splice(position, 1);
  }

  upTo(instant: Instant): number {
    return sortedPosition(this.#ascending, (entry) => entry <= instant);
  }
}
