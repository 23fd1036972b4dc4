import type { Instant, Order } from '@doubletake/scoring';
import { LOW_ORDER_MINIMUM, LOW_ORDER_SAMPLE, LOW_ORDER_SHARE } from '../limits.ts';
import { compareText } from '../compare-text.ts';
import { sortedPosition } from './sorted-position.ts';

interface Confirmed {
  readonly at: Instant;
  readonly orderId: string;
  readonly minor: number;
}

/** Confirmed orders of each currency, to tell what a low order is. */
export class ConfirmedOrders {
  readonly #byCurrency = new Map<string, Confirmed[]>();

  /** Puts the new state of an order in the place of the old one. */
  replace(before: Order | undefined, after: Order | undefined): void {
    this.#change(before, (list, position) => list.splice(position, 1));
    this.#change(after, (list, position, entry) => list.splice(position, 0, entry));
  }

  /** The 15th percentile (nearest rank) of the latest 500 up to the instant; undefined under 50 of them. */
  lowMinor(currency: string, asOf: Instant): number | undefined {
    const list = this.#byCurrency.get(currency) ?? [];
    const end = sortedPosition(list, ({ at }) => at <= asOf);
    const start = Math.max(0, end - LOW_ORDER_SAMPLE);
    if (end - start < LOW_ORDER_MINIMUM) return undefined;
    const sample = new Float64Array(end - start);
    for (let n = start; n < end; n += 1) sample[n - start] = list[n]?.minor ?? 0;
    return sample.toSorted()[Math.ceil(LOW_ORDER_SHARE * sample.length) - 1];
  }

  #change(
    order: Order | undefined,
    change: (list: Confirmed[], position: number, entry: Confirmed) => void,
  ): void {
    if (order?.confirmedAt === undefined || order.amount === undefined) return;
    const { currency, minor } = order.amount;
    const list = this.#byCurrency.get(currency) ?? [];
    this.#byCurrency.set(currency, list);
    const entry = { at: order.confirmedAt, orderId: order.orderId, minor };
    const position = sortedPosition(
      list,
      (other) => (other.at - entry.at || compareText(other.orderId, entry.orderId)) < 0,
    );
    change(list, position, entry);
  }
}
