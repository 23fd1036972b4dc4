import type { AccountRef, TypedToken } from '@doubletake/scoring';
import type { Written } from './graph-writes.ts';

/** Accounts remembered at most. */
const MOST = 10_000;

/**
 * What accounts were last written with while the log is followed. Whoever is erased while that is on its way comes back
 * with it, and the erasure is met later, when nothing tells any more what it was.
 */
export class Trail {
  readonly #written = new Map<AccountRef, readonly TypedToken[]>();
  #isWhole = true;

  /** Whether nothing was left behind. */
  get isWhole(): boolean {
    return this.#isWhole;
  }

  add(written: Written): void {
    if (this.#written.size > MOST) {
      this.#written.clear();
      this.#isWhole = false;
    }
    for (const [account, tokens] of written) this.#written.set(account, tokens);
  }

  /** Together with what is known of some of them from elsewhere. */
  with(others: Written): Written {
    const both = new Map(this.#written);
    for (const [account, tokens] of others)
      both.set(account, [...(both.get(account) ?? []), ...tokens]);
    return both;
  }
}
