import type { Instant, Order } from '@doubletake/scoring';

/** Instants at which accounts completed orders that were not undone. */
export class Completions {
  readonly #ofAccount = new Map<string, readonly Instant[]>();

  /** The earliest first. */
  of(accountId: string): readonly Instant[] {
    return this.#ofAccount.get(accountId) ?? [];
  }

  /** Puts the new state of an order in the place of the old one. */
  replace(before: Order | undefined, after: Order | undefined): void {
    const [gone, come] = [completed(before), completed(after)];
    if (gone?.at === come?.at && gone?.accountId === come?.accountId) return;
    if (gone !== undefined) {
      const kept = [...this.of(gone.accountId)];
      kept.splice(kept.indexOf(gone.at), 1);
      this.#ofAccount.set(gone.accountId, kept);
    }
    if (come !== undefined) {
      const all = [...this.of(come.accountId), come.at];
      this.#ofAccount.set(
        come.accountId,
        all.toSorted((a, b) => a - b),
      );
    }
  }
}

function completed(order: Order | undefined): { accountId: string; at: Instant } | undefined {
  if (order?.completedAt === undefined || order.undoneAt !== undefined) return undefined;
  return { accountId: order.accountId, at: order.completedAt };
}
