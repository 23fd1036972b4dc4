/** What one edit costs; the default is 1 for each. */
export type SubstitutionCost = (left: string, right: string) => number;

/**
 * Damerau-Levenshtein distance in its optimal string alignment form (Damerau 1964): inserting, deleting, replacing
 * and swapping two neighbours cost 1 each; `substitution` may make some replacements cheaper.
 */
export function damerau(left: string, right: string, substitution?: SubstitutionCost): number {
  if (left === right) return 0;
  const width = right.length + 1;
  // Three rows that take turns: allocating one for each letter costs more than filling it.
  let older = new Float64Array(width);
  let previous = new Float64Array(width);
  let current = Float64Array.from({ length: width }, (_, column) => column);
  for (let row = 1; row <= left.length; row++) {
    [older, previous, current] = [previous, current, older];
    current[0] = row;
    for (let column = 1; column < width; column++) {
      const a = left.charAt(row - 1);
      const b = right.charAt(column - 1);
      const replaced = a === b ? 0 : (substitution?.(a, b) ?? 1);
      let cost = Math.min(
        at(previous, column) + 1,
        at(current, column - 1) + 1,
        at(previous, column - 1) + replaced,
      );
      if (
        row > 1 &&
        column > 1 &&
        a !== b &&
        a === right.charAt(column - 2) &&
        b === left.charAt(row - 2)
      ) {
        cost = Math.min(cost, at(older, column - 2) + 1);
      }
      current[column] = cost;
    }
  }
  return at(current, right.length);
}

function at(row: Float64Array, column: number): number {
  return row[column] ?? 0;
}
