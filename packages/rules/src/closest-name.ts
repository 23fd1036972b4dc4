/**
 * The known name a misspelt one most likely meant, or `undefined` when none is near: at most three edits, and at most
 * two fifths of the name's length. Of equally near names the first in code unit order.
 */
export function closestName(name: string, candidates: Iterable<string>): string | undefined {
  const reach = Math.min(3, Math.floor(name.length * 0.4));
  let closest: string | undefined;
  let nearest = reach + 1;
  for (const candidate of [...candidates].toSorted()) {
    // a name cannot be nearer than the difference of the lengths
    if (Math.abs(candidate.length - name.length) >= nearest) continue;
    const distance = editDistance(name.toLowerCase(), candidate.toLowerCase());
    if (distance < nearest) [closest, nearest] = [candidate, distance];
  }
  return closest;
}

/** `did you mean …` for a message, when a known name is near. */
export function didYouMean(name: string, candidates: Iterable<string>): string | undefined {
  const closest = closestName(name, candidates);
  return closest === undefined ? undefined : `did you mean \`${closest}\``;
}

/** Insertions, deletions, replacements and swaps of neighbours. Source: optimal string alignment (Damerau 1964). */
function editDistance(a: string, b: string): number {
  let beforeLast: number[] = [];
  let last = Array.from({ length: b.length + 1 }, (_, j) => j);
  for (let i = 1; i <= a.length; i += 1) {
    const row = [i];
    for (let j = 1; j <= b.length; j += 1) {
      const same = a[i - 1] === b[j - 1];
      const swapped = a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1];
      row[j] = Math.min(
        (last[j] ?? 0) + 1,
        (row[j - 1] ?? 0) + 1,
        (last[j - 1] ?? 0) + (same ? 0 : 1),
        swapped ? (beforeLast[j - 2] ?? Infinity) + 1 : Infinity,
      );
    }
    [beforeLast, last] = [last, row];
  }
  return last[b.length] ?? 0;
}
