import type { Instant } from '../instant.ts';

/** A value just seen, and how its kind is kept. */
export interface Sight<Kept extends { readonly value: unknown }> {
  /** How many values of the kind are kept. */
  readonly most: number;
  readonly same: (value: Kept['value']) => boolean;
  /** The entry that stands for the value from now on; `kept` is the one before, when it was seen before. */
  readonly entry: (kept: Kept | undefined) => Kept;
}

/**
 * The kept values with one more sighting. A new value goes to the end, so that the list stays in the order of first
 * sight; when there are too many, the one unseen for longest goes.
 */
export function sight<Kept extends { readonly value: unknown; readonly lastAt: Instant }>(
  list: readonly Kept[],
  seen: Sight<Kept>,
): readonly Kept[] {
  const index = list.findIndex(({ value }) => seen.same(value));
  if (index >= 0) return list.with(index, seen.entry(list[index]));
  const longer = [...list, seen.entry(undefined)];
  if (longer.length <= seen.most) return longer;
  const oldest = Math.min(...longer.map(({ lastAt }) => lastAt));
  const gone = longer.findIndex(({ lastAt }) => lastAt === oldest);
  return longer.toSpliced(gone, 1);
}
