/** First position of an ascending list whose entry does not come before what is looked for. */
export function sortedPosition<Entry>(
  ascending: readonly Entry[],
  comesBefore: (entry: Entry) => boolean,
): number {
  let low = 0;
  let high = ascending.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    const entry = ascending[middle];
    if (entry !== undefined && comesBefore(entry)) low = middle + 1;
    else high = middle;
  }
  return low;
}
