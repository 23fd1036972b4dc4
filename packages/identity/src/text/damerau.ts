/** What one edit costs; the default is 1 for each. */
export type SubstitutionCost = (left: string, right: string) => number;

/** Longest text the rows below hold; a longer one gets rows of its own. */
const ROOM = 256;

const newRows = (width: number): readonly [Float64Array, Float64Array, Float64Array] => [
  new Float64Array(width),
  new Float64Array(width),
  new Float64Array(width),
];

// Kept from call to call: names are compared letter by letter all the time, and new rows cost more than filling them.
const rows = newRows(ROOM + 1);

/**
 * Damerau-Levenshtein distance in its optimal string alignment form (Damerau 1964): inserting, deleting, replacing
 * and swapping two neighbours cost 1 each; `substitution` may make some replacements cheaper.
 */
export function damerau(left: string, right: string, substitution?: SubstitutionCost): number {
  if (left === right) return 0;
  const width = right.length + 1;
  let [older, previous, current] = width > ROOM ? newRows(width) : rows;
  for (let column = 0; column < width; column++) current[column] = column;
  for (let row = 1; row <= left.length; row++) {
    [older, previous, current] = [previous, current, older];
    current[0] = row;
    const a = left.charAt(row - 1);
    for (let column = 1; column < width; column++) {
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
